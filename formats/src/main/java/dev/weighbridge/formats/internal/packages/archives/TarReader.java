package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Goes through a tar archive of any dialect: V7, ustar, PAX (POSIX.1-2001, "pax Interchange
 * Format"), and GNU tar with its long names and sparse files.
 */
public final class TarReader {
  private static final int BLOCK = TarHeader.BLOCK;

  private final ContentStream stream;
  private final String structure;
  private final PackageVisitor visitor;
  private final byte[] block = new byte[BLOCK];
  private final Map<String, String> global = new HashMap<>();
  private final Map<String, String> records = new HashMap<>();
  private String longName = "";
  private String longLink = "";

  public TarReader(ContentStream stream, String structure, PackageVisitor visitor) {
    this.stream = stream;
    this.structure = structure;
    this.visitor = visitor;
  }

  public static boolean begins(byte[] head, int size) {
    if (size < BLOCK) {
      return false;
    }
    byte[] first = java.util.Arrays.copyOf(head, BLOCK);
    TarHeader header = new TarHeader(first);
    return first[0] != 0 && header.hasChecksum();
  }

  /** Reads all of the stream. */
  public void read() throws IOException {
    long start = stream.used();
    while (true) {
      int count = stream.readUpTo(block, 0, BLOCK);
      TarHeader header = new TarHeader(block.clone());
      if (count == 0 || (count == BLOCK && header.isZero())) {
        end(start);
        return;
      }
      long place = stream.place() - count;
      if (count < BLOCK || !header.hasChecksum()) {
        String found = count < BLOCK ? "the end of the package" : "a block without its checksum";
        throw new MalformedBinaryException(
            structure + ": tar header", place, "a header of 512 bytes", found);
      }
      long size = header.size();
      if (size < 0) {
        throw new MalformedBinaryException(
            structure + ": tar header", place, "a size in octal digits", "no number");
      }
      if (!isAboutNext(header, size)) {
        entry(header, size, start);
        start = stream.used();
      }
    }
  }

  /** Keeps what a header says that is about the entry behind it, or about all of them. */
  private boolean isAboutNext(TarHeader header, long size) throws IOException {
    switch (header.type()) {
      case 'x' -> keep(records, contents(size));
      case 'g' -> keep(global, contents(size));
      case 'L' -> longName = untilZero(contents(size));
      case 'K' -> longLink = untilZero(contents(size));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void entry(TarHeader header, long stated, long start) throws IOException {
    char type = header.type();
    long size = sizeOf(type, stated);
    if (type == 'S') {
      boolean isExtended = header.isExtended();
      while (isExtended) {
        if (stream.readUpTo(block, 0, BLOCK) < BLOCK) {
          throw new MalformedBinaryException(
              structure + ": tar header", stream.place(), "a map of a sparse file", "the end");
        }
        isExtended = block[504] != 0;
      }
    }
    String path = told("path", longName, header.path());
    EntryHeader entry =
        EntryHeader.plain(path, kind(type), told("linkpath", longLink, link(header)));
    long dataStart = stream.used();
    PartStream content = new PartStream(stream, size, structure + "!" + path);
    visitor.entry(entry, content);
    content.end();
    long dataEnd = stream.used();
    // Layers of umoci end with the last byte of the last file, and engines take them.
    stream.skip(Math.floorMod(-size, (long) BLOCK));
    visitor.weighed(dataStart - start + stream.used() - dataEnd, dataEnd - dataStart, size);
    records.clear();
    longName = "";
    longLink = "";
  }

  /** Links, directories and devices have no contents, whatever their size says. */
  private long sizeOf(char type, long stated) {
    if (type >= '1' && type <= '6') {
      return 0;
    }
    String size = records.getOrDefault("size", global.getOrDefault("size", ""));
    if (size.isEmpty()) {
      return stated;
    }
    try {
      return Math.max(0, Long.parseLong(size));
    } catch (NumberFormatException e) {
      throw new MalformedBinaryException(
          structure + ": size of a PAX header", stream.place(), "a number", "no number");
    }
  }

  private EntryKind kind(char type) {
    boolean isSparse = records.keySet().stream().anyMatch(key -> key.startsWith("GNU.sparse."));
    return switch (type) {
      case '0', '7' -> isSparse ? EntryKind.SPARSE_FILE : EntryKind.FILE;
      case 'S' -> EntryKind.SPARSE_FILE;
      case '1' -> EntryKind.HARD_LINK;
      case '2' -> EntryKind.SYMBOLIC_LINK;
      case '3', '4', '6' -> EntryKind.DEVICE;
      case '5' -> EntryKind.DIRECTORY;
      default -> EntryKind.OTHER;
    };
  }

  private static String link(TarHeader header) {
    return header.type() == '1' || header.type() == '2' ? header.link() : "";
  }

  private String told(String key, String byGnu, String otherwise) {
    String sparse = key.equals("path") ? records.getOrDefault("GNU.sparse.name", "") : "";
    String value = records.getOrDefault(key, global.getOrDefault(key, byGnu));
    return !sparse.isEmpty() ? sparse : value.isEmpty() ? otherwise : value;
  }

  private byte[] contents(long size) throws IOException {
    if (size > Limits.MAX_NAME_LENGTH) {
      throw new MalformedBinaryException(
          structure + ": tar header",
          stream.place(),
          "at most " + Limits.MAX_NAME_LENGTH + " bytes about an entry",
          Long.toString(size));
    }
    byte[] contents = new byte[(int) size];
    if (stream.readUpTo(contents, 0, contents.length) < contents.length) {
      throw new MalformedBinaryException(
          structure + ": tar header", stream.place(), size + " bytes", "the end of the package");
    }
    stream.pass(Math.floorMod(-size, (long) BLOCK), structure);
    return contents;
  }

  private static String untilZero(byte[] text) {
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return new String(text, 0, end, StandardCharsets.UTF_8);
  }

  /** Records {@code LENGTH KEY=VALUE\n}. */
  private void keep(Map<String, String> target, byte[] text) {
    int at = 0;
    while (at < text.length && text[at] != 0) {
      int blank = at;
      int length = 0;
      while (blank < text.length && text[blank] >= '0' && text[blank] <= '9' && blank - at < 8) {
        length = length * 10 + text[blank++] - '0';
      }
      int end = at + length;
      if (blank == at || end > text.length || end <= blank + 1 || text[blank] != ' ') {
        throw new MalformedBinaryException(
            structure + ": PAX header", stream.place(), "records with their length", "others");
      }
      String record = new String(text, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
      int sign = record.indexOf('=');
      if (sign > 0) {
        target.put(record.substring(0, sign), record.substring(sign + 1));
      }
      at = end;
    }
  }

  /** What follows the last entry: blocks of zeros, and what nobody reads behind them. */
  private void end(long start) throws IOException {
    long zeros = stream.used();
    byte[] part = new byte[1 << 16];
    boolean isZero = true;
    while (true) {
      Work.check();
      int count = stream.read(part, 0, isZero ? BLOCK : part.length);
      if (count < 0) {
        break;
      }
      for (int i = 0; i < count && isZero; i++) {
        isZero = part[i] == 0;
      }
      zeros = isZero ? stream.used() : zeros;
    }
    visitor.own("[archive]", zeros - start);
    visitor.own("[behind the archive]", stream.used() - zeros);
  }
}
