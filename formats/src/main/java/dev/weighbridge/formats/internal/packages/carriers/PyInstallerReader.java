package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.packages.compression.DeflateStream;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Goes through what PyInstaller puts behind its loader: pyi_archive.h of its bootloader. */
public final class PyInstallerReader {
  private static final byte[] MAGIC = {'M', 'E', 'I', 0xC, 0xB, 0xA, 0xB, 0xE};

  /** The cookie of today names the library of Python; before version 2.1 it did not. */
  private static final int COOKIE = 88;

  private static final int SHORT_COOKIE = 24;

  /** A signature of the program may stand behind the cookie. */
  private static final int FURTHEST = 1 << 16;

  private static final int RECORD = 18;

  /** What zlib has around deflated bytes: two bytes before, a checksum behind. */
  private static final int ZLIB_HEAD = 2;

  private static final int ZLIB_TAIL = 4;

  private final Region file;
  private final Bytes bytes;
  private final String structure;
  private final PackageVisitor visitor;

  public PyInstallerReader(Region file, String structure, PackageVisitor visitor) {
    this.file = file;
    this.bytes = file.bytes().withOrder(ByteOrder.BIG_ENDIAN);
    this.structure = structure;
    this.visitor = visitor;
  }

  private record Entry(
      String path, long recordStart, long recordEnd, long start, long end, boolean isPacked) {}

  /** Whether such an archive ends near the end of some bytes. */
  public static boolean ends(Bytes bytes) {
    return cookie(bytes) >= 0;
  }

  private static long cookie(Bytes bytes) {
    for (long at = bytes.length() - SHORT_COOKIE;
        at >= Math.max(0, bytes.length() - FURTHEST);
        at--) {
      if (bytes.u8(at) == MAGIC[0] && isMagic(bytes, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isMagic(Bytes bytes, long at) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (bytes.u8(at + i) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  public void read() throws IOException {
    long cookie = cookie(bytes);
    if (cookie < 0) {
      throw malformed(bytes.length(), "the end of an archive of PyInstaller", "none");
    }
    long length = bytes.u32(cookie + 8);
    long table = bytes.u32(cookie + 12);
    long tableSize = bytes.u32(cookie + 16);
    boolean isLong = table + tableSize + COOKIE == length;
    long end = cookie + (isLong ? COOKIE : SHORT_COOKIE);
    long start = end - length;
    if (start < 0 || end > bytes.length() || start + table + tableSize > cookie) {
      throw malformed(cookie, "an archive within the file", "one of " + length + " bytes");
    }
    long tableStart = start + table;
    long at = start;
    visitor.own("[before the archive]", file.shipped(0, start));
    for (Entry entry : entries(start, tableStart, tableStart + tableSize)) {
      if (entry.start() < at || entry.end() < entry.start() || entry.end() > tableStart) {
        throw malformed(
            entry.recordStart(), "contents that neither overlap nor end too late", entry.path());
      }
      visitor.own("[gap]", file.shipped(at, entry.start()));
      entry(entry);
      at = entry.end();
    }
    visitor.own("[gap]", file.shipped(at, tableStart));
    visitor.own("[archive]", file.shipped(tableStart + tableSize, end));
    visitor.own("[behind the archive]", file.shipped(end, file.length()));
  }

  private List<Entry> entries(long base, long from, long to) {
    List<Entry> entries = new ArrayList<>();
    long at = from;
    while (at < to) {
      long size = at + RECORD > to ? 0 : bytes.u32(at);
      if (size < RECORD || at + size > to) {
        throw malformed(at, "a record of the table of contents", size + " bytes");
      }
      if (entries.size() == Limits.MAX_PACKAGE_ENTRIES) {
        throw new UnsupportedBinaryException(
            structure, at, "at most " + Limits.MAX_PACKAGE_ENTRIES + " entries", "more");
      }
      byte[] name = bytes.toArray(at + RECORD, at + size);
      int nameEnd = 0;
      while (nameEnd < name.length && name[nameEnd] != 0) {
        nameEnd++;
      }
      String path = new String(name, 0, nameEnd, StandardCharsets.UTF_8).replace('\\', '/');
      long start = base + bytes.u32(at + 4);
      long end = start + bytes.u32(at + 8);
      entries.add(new Entry(path, at, at + size, start, end, bytes.u8(at + 16) != 0));
      at += size;
    }
    entries.sort(Comparator.comparingLong(Entry::start));
    return entries;
  }

  private void entry(Entry entry) throws IOException {
    Region packed = file.slice(entry.start(), entry.end());
    long record = file.shipped(entry.recordStart(), entry.recordEnd());
    boolean isPacked = entry.isPacked() && packed.length() > ZLIB_HEAD + ZLIB_TAIL;
    if (!isPacked) {
      visitor.entry(EntryHeader.plain(entry.path(), EntryKind.FILE, ""), new PlainStream(packed));
      visitor.weighed(record, packed.shipped(), packed.length());
      return;
    }
    Region deflated = packed.slice(ZLIB_HEAD, packed.length() - ZLIB_TAIL);
    DeflateStream content = new DeflateStream(deflated, structure + "!" + entry.path());
    try {
      visitor.entry(new EntryHeader(entry.path(), EntryKind.FILE, "", "deflate", ""), content);
      content.finish(structure);
      long around = packed.shipped() - deflated.shipped();
      visitor.weighed(record + around, deflated.shipped(), content.place());
    } finally {
      content.close();
    }
  }

  private MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure + ": PyInstaller", place, expected, found);
  }
}
