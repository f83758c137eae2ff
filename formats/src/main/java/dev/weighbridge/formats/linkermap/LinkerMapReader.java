package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.TextBytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.Objects;
import java.util.Set;

/** Tells whose map a file is by its first lines, and reads it. */
public final class LinkerMapReader {
  /** Behind more lines than these no map begins; GNU ld lists archive members before it does. */
  private static final int MAX_HEAD = 2_000_000;

  /** How lists begin that GNU ld and gold write before the map itself. */
  private static final Set<String> GNU_HEADS =
      Set.of("Archive member included ", "As-needed library included ", "Discarded input sections");

  private LinkerMapReader() {}

  /**
   * Reads a map of any linker it knows.
   *
   * @param name what the file is called in errors
   * @param text the whole file
   * @throws dev.weighbridge.formats.problems.BinaryException if it is no such map
   */
  public static LinkerMap read(String name, Bytes text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Bytes file = TextBytes.utf8(text);
    MapLines lines = new MapLines(name, file);
    if (file.length() == 0) {
      throw new MalformedBinaryException(name, -1, "a linker map", "an empty file");
    }
    if (lines.isBinary()) {
      throw new UnsupportedBinaryException(name, -1, "a linker map, which is text", "binary data");
    }
    LinkerMap map = read(name, file, lines);
    if (lines.isCut()) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of " + map.format().title(), "one that ends within a line");
    }
    if (map.count() == 0) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of " + map.format().title(), "one that ends before its rows");
    }
    return map;
  }

  private static LinkerMap read(String name, Bytes file, MapLines lines) {
    String first = "";
    while (lines.next() && lines.number() < MAX_HEAD) {
      String line = lines.line();
      first = first.isEmpty() ? line.strip() : first;
      String words = line.strip().replaceAll("[ \\t]+", " ");
      switch (words) {
        case "VMA LMA Size Align Out In Symbol" -> {
          return new LldMapReader(name, LinkerMapFormat.LLD, lines).read();
        }
        case "Address Size Align Out In Symbol" -> {
          return new LldMapReader(name, LinkerMapFormat.LLD_COFF, lines).read();
        }
        case "Addr Off Size Out In Symbol" -> {
          return new LldMapReader(name, LinkerMapFormat.LLD_WASM, lines).read();
        }
        case "Memory Configuration", "Linker script and memory map" -> {
          return new GnuMapReader(name, LinkerMapFormat.GNU_LD, new MapLines(name, file)).read();
        }
        case "Memory map" -> {
          return new GnuMapReader(name, LinkerMapFormat.GOLD, new MapLines(name, file)).read();
        }
        default -> {}
      }
      if (words.startsWith("# Path: ")) {
        return new Ld64MapReader(name, lines).read();
      }
      if (words.startsWith("Preferred load address is ")) {
        return new LinkMapReader(name, lines).read();
      }
    }
    if (GNU_HEADS.stream().anyMatch(first::startsWith)) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of GNU ld or gold", "one that ends before its memory map");
    }
    throw new UnsupportedBinaryException(
        name,
        -1,
        "a map of LLD, GNU ld, gold, ld64 or link.exe",
        "'" + first.substring(0, Math.min(40, first.length())) + "' at its start");
  }
}
