package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Goes through the modules of a program made by {@code bun build --compile}. */
public final class BunReader {
  private static final byte[] MAGIC = "\n---- Bun! ----\n".getBytes(StandardCharsets.US_ASCII);

  /** How many bytes there are, where the modules are listed, and what starts. */
  private static final int OFFSETS = 32;

  /** Behind the mark there are zeros up to the end of a page. */
  private static final int FURTHEST = 1 << 16;

  /** Records of today and of before; they begin with the same fields. */
  private static final int[] RECORDS = {52, 36};

  /** What a record points to, in its order. */
  private static final String[] PARTS = {"", "!/sourcemap", "!/bytecode"};

  private final Region file;
  private final Bytes bytes;
  private final String structure;
  private final PackageVisitor visitor;

  public BunReader(Region file, String structure, PackageVisitor visitor) {
    this.file = file;
    this.bytes = file.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    this.structure = structure;
    this.visitor = visitor;
  }

  /** Bytes of all names: those of records that lead to one another's are counted each time. */
  private long named;

  private record Part(String path, long start, long end) {}

  /** Whether such modules end near the end of some bytes. */
  public static boolean ends(Bytes bytes) {
    return mark(bytes) >= 0;
  }

  private static long mark(Bytes bytes) {
    long last = bytes.length() - MAGIC.length;
    for (long at = last; at >= Math.max(OFFSETS, last - FURTHEST); at--) {
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
    long mark = mark(bytes);
    if (mark < 0) {
      throw malformed(bytes.length(), "the end of modules of Bun", "none");
    }
    long offsets = mark - OFFSETS;
    long count = bytes.i64(offsets);
    long base = offsets - count;
    if (count < 0 || base < 0) {
      throw malformed(offsets, "modules within the file", count + " bytes");
    }
    List<Part> parts = parts(base, offsets);
    long at = base;
    visitor.own("[before the archive]", file.shipped(0, base));
    for (Part part : parts) {
      if (part.start() < at) {
        throw malformed(part.start(), "modules that do not overlap", part.path());
      }
      // Names, which end with a zero, and alignment.
      visitor.own("[archive]", file.shipped(at, part.start()));
      Region content = file.slice(part.start(), part.end());
      visitor.entry(EntryHeader.plain(part.path(), EntryKind.FILE, ""), new PlainStream(content));
      visitor.weighed(0, content.shipped(), content.length());
      at = part.end();
    }
    visitor.own("[archive]", file.shipped(at, mark + MAGIC.length));
    visitor.own("[behind the archive]", file.shipped(mark + MAGIC.length, file.length()));
  }

  private List<Part> parts(long base, long offsets) {
    long table = base + bytes.u32(offsets + 8);
    long size = bytes.u32(offsets + 12);
    for (int record : RECORDS) {
      List<Part> parts = new ArrayList<>();
      named = 0;
      boolean fits =
          size % record == 0
              && table + size <= offsets
              && size / record <= Limits.MAX_PACKAGE_ENTRIES;
      for (long at = table; fits && at < table + size; at += record) {
        fits = module(at, base, offsets, parts);
      }
      if (fits) {
        parts.sort(Comparator.comparingLong(Part::start));
        return parts;
      }
    }
    throw malformed(offsets, "a list of modules as Bun writes it", "another");
  }

  /** Takes the parts of a module; whether it can be one. */
  private boolean module(long record, long base, long limit, List<Part> parts) {
    long nameStart = base + bytes.u32(record);
    long nameEnd = nameStart + bytes.u32(record + 4);
    named += nameEnd - nameStart;
    if (nameEnd > limit || nameEnd == nameStart || named > bytes.length()) {
      return false;
    }
    String name = bytes.text(nameStart, nameEnd);
    for (int i = 0; i < PARTS.length; i++) {
      long start = base + bytes.u32(record + 8 + 8L * i);
      long end = start + bytes.u32(record + 12 + 8L * i);
      if (end > limit) {
        return false;
      }
      if (end > start) {
        parts.add(new Part(name + PARTS[i], start, end));
      }
    }
    // /$bunfs/root/ of today, compiled:// of before, B:/~BUN/ on Windows.
    return name.contains(":") || name.startsWith("/");
  }

  private MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure + ": Bun", place, expected, found);
  }
}
