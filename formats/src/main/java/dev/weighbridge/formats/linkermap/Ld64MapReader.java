package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads maps of Apple's ld64, and of LLD for Mach-O: object files by number, sections, symbols with
 * the number of their file. LLD up to 14 states no sizes of symbols.
 */
final class Ld64MapReader {
  private static final String DEAD = "<<dead>>";

  private final String name;
  private final MapLines lines;
  private final LinkerMap.Builder map;
  private final SymbolRows symbols;
  private final List<Integer> objects = new ArrayList<>();
  private String part = "";

  Ld64MapReader(String name, MapLines lines) {
    this.name = name;
    this.lines = lines;
    map = new LinkerMap.Builder(name, LinkerMapFormat.LD64);
    symbols = new SymbolRows(map);
  }

  LinkerMap read() {
    while (lines.next()) {
      String line = lines.line();
      if (line.startsWith("# ") && line.endsWith(":")) {
        part = line;
      } else if (!line.startsWith("#")) {
        row(line);
      }
    }
    if (!part.equals("# Symbols:") && !part.equals("# Dead Stripped Symbols:")) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of ld64", "one that ends before '# Symbols:'");
    }
    symbols.write(output -> true);
    return map.build();
  }

  private void row(String line) {
    switch (part) {
      case "# Object files:" -> object(line);
      case "# Sections:" -> section(line);
      case "# Symbols:", "# Dead Stripped Symbols:" -> symbol(line);
      default -> {
        // What came before the parts.
      }
    }
  }

  /** {@code [ 1] a.o}; number 0 is the linker itself. */
  private void object(String line) {
    int close = line.indexOf(']');
    if (!line.startsWith("[") || close < 0) {
      return;
    }
    String file = line.substring(close + 1).strip();
    boolean isMade = file.equals("linker synthesized");
    objects.add(isMade ? -1 : map.object(file));
  }

  /** {@code 0x100000460 0x64 __TEXT __text}. */
  private void section(String line) {
    String[] words = line.split("\t", 0);
    if (words.length >= 4 && words[0].startsWith("0x")) {
      long start = MapLines.hex(words[0], 0, words[0].length());
      long bytes = MapLines.hex(words[1], 0, words[1].length());
      map.output(words[2].strip() + "," + words[3].strip(), start, bytes);
    }
  }

  private void symbol(String line) {
    int open = line.indexOf("\t[");
    int close = open < 0 ? -1 : line.indexOf(']', open);
    if (close < 0) {
      return;
    }
    String[] numbers = line.substring(0, open).split("\t", 0);
    String text = line.substring(close + 1).strip();
    int object = object(line.substring(open + 2, close).strip(), line);
    long bytes = numbers.length > 1 ? MapLines.hex(numbers[1], 0, numbers[1].length()) : -1;
    if (numbers[0].startsWith(DEAD)) {
      map.discarded(text, bytes, object);
    } else if (MapLines.isHex(numbers[0], 0, numbers[0].length())) {
      long start = MapLines.hex(numbers[0], 0, numbers[0].length());
      symbols.add(start, bytes, object, text);
    }
  }

  private int object(String number, String line) {
    try {
      return objects.get(Integer.parseInt(number));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      String where = name + ": line " + lines.number();
      throw new MalformedBinaryException(
          where, -1, "the number of one of " + objects.size() + " object files", "'" + line + "'");
    }
  }
}
