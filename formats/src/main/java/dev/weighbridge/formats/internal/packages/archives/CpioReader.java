package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through a cpio archive in the formats newc, crc and odc. */
public final class CpioReader {
  private static final String TRAILER = "TRAILER!!!";
  private static final int MAGIC = 6;
  private static final int NEWC = 110;
  private static final int ODC = 76;
  private static final int TYPE = 0170000;

  private final ContentStream stream;
  private final String structure;
  private final PackageVisitor visitor;

  CpioReader(ContentStream stream, String structure, PackageVisitor visitor) {
    this.stream = stream;
    this.structure = structure;
    this.visitor = visitor;
  }

  public static boolean begins(byte[] head, int size) {
    if (size < MAGIC) {
      return false;
    }
    String magic = new String(head, 0, MAGIC, StandardCharsets.US_ASCII);
    return magic.equals("070701") || magic.equals("070702") || magic.equals("070707");
  }

  /** Whether an archive may begin with the first bytes of its magic. */
  static boolean mayBegin(byte[] word, int size) {
    return size == 4 && word[0] == '0' && word[1] == '7' && word[2] == '0' && word[3] == '7';
  }

  /** Reads one archive, up to its trailer. */
  void read() throws IOException {
    read(new byte[0], stream.used());
  }

  /**
   * Reads one archive of which something was read already.
   *
   * @param begun its first bytes
   * @param begin what had travelled before them
   */
  void read(byte[] begun, long begin) throws IOException {
    byte[] header = Arrays.copyOf(begun, NEWC);
    int known = begun.length;
    long start = begin;
    while (true) {
      long place = stream.place() - known;
      int count = known + stream.readUpTo(header, known, ODC - known);
      if (count < ODC || !begins(header, count)) {
        throw malformed(place, "a header", count == 0 ? "the end of the package" : "other bytes");
      }
      boolean isOdc = header[MAGIC - 1] == '7';
      if (!isOdc && stream.readUpTo(header, ODC, NEWC - ODC) < NEWC - ODC) {
        throw malformed(place, "a header of 110 bytes", "the end of the package");
      }
      if (!entry(header, isOdc, start, place)) {
        return;
      }
      known = 0;
      start = stream.used();
    }
  }

  /** Reads an entry; says whether it was one and not the trailer. */
  private boolean entry(byte[] header, boolean isOdc, long start, long place) throws IOException {
    long mode = isOdc ? field(header, 18, 6, 8, place) : field(header, 14, 8, 16, place);
    long links = isOdc ? field(header, 36, 6, 8, place) : field(header, 38, 8, 16, place);
    long size = isOdc ? field(header, 65, 11, 8, place) : field(header, 54, 8, 16, place);
    long nameSize = isOdc ? field(header, 59, 6, 8, place) : field(header, 94, 8, 16, place);
    if (nameSize < 1 || nameSize > Limits.MAX_NAME_LENGTH) {
      throw malformed(place, "a name of 1 to " + Limits.MAX_NAME_LENGTH, Long.toString(nameSize));
    }
    byte[] name = new byte[(int) nameSize];
    if (stream.readUpTo(name, 0, name.length) < name.length) {
      throw malformed(place, "a name", "the end of the package");
    }
    long step = isOdc ? 1 : 4;
    stream.pass(Math.floorMod(place - stream.place(), step), structure);
    String path = new String(Arrays.copyOf(name, name.length - 1), StandardCharsets.UTF_8);
    if (path.equals(TRAILER)) {
      visitor.own("[archive]", stream.used() - start);
      return false;
    }
    long dataStart = stream.used();
    PartStream part = new PartStream(stream, size, structure + "!" + path);
    CheckedContents content = new CheckedContents(part, new ByteSum());
    EntryKind kind = kind((int) mode, links > 1 && size == 0);
    if (kind == EntryKind.SYMBOLIC_LINK && size <= Limits.MAX_NAME_LENGTH) {
      byte[] target = new byte[(int) size];
      int count = content.readUpTo(target, 0, target.length);
      String link = new String(target, 0, count, StandardCharsets.UTF_8);
      visitor.entry(EntryHeader.plain(path, kind, link), content);
    } else {
      visitor.entry(EntryHeader.plain(path, kind, ""), content);
      if (kind == EntryKind.FILE && header[MAGIC - 1] == '2') {
        long check = field(header, 102, 8, 16, place);
        content.compare(visitor, path, place, size, check);
      }
    }
    part.end();
    long dataEnd = stream.used();
    stream.pass(Math.floorMod(-size, step), structure + "!" + path);
    visitor.weighed(dataStart - start + stream.used() - dataEnd, dataEnd - dataStart, size);
    return true;
  }

  /** Of files of one inode the last has the contents. */
  private static EntryKind kind(int mode, boolean isEmptyOfSeveral) {
    return switch (mode & TYPE) {
      case 0040000 -> EntryKind.DIRECTORY;
      case 0120000 -> EntryKind.SYMBOLIC_LINK;
      case 0100000 -> isEmptyOfSeveral ? EntryKind.HARD_LINK : EntryKind.FILE;
      case 0020000, 0060000, 0010000, 0140000 -> EntryKind.DEVICE;
      default -> EntryKind.OTHER;
    };
  }

  private long field(byte[] header, int start, int length, int base, long place) {
    long value = 0;
    for (int i = start; i < start + length; i++) {
      int digit = Character.digit(header[i], base);
      if (digit < 0) {
        throw malformed(place, "digits to the base " + base, "others");
      }
      value = value * base + digit;
    }
    return value;
  }

  private MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure + ": cpio header", place, expected, found);
  }
}
