package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Optional;
import java.util.Set;

/**
 * Reads maps of GNU ld and of gold, part by part: what was discarded, the regions of memory, then
 * the program itself.
 *
 * <p>A name of 16 characters or more stands on a line of its own, and its numbers on the next.
 */
final class GnuMapReader {
  private static final String DISCARDED = "Discarded input sections";
  private static final String REGIONS = "Memory Configuration";
  private static final String PROGRAM = "Linker script and memory map";
  private static final String PROGRAM_OF_GOLD = "Memory map";

  /** What GNU ld makes itself, and books on the first object of the link. */
  private static final Set<String> MADE =
      Set.of(
          ".interp",
          ".note.gnu.build-id",
          ".note.gnu.property",
          ".dynsym",
          ".dynstr",
          ".dynamic",
          ".dynbss",
          ".hash",
          ".gnu.hash",
          ".gnu.version",
          ".gnu.version_d",
          ".gnu.version_r",
          ".eh_frame_hdr",
          ".got",
          ".got.plt",
          ".igot.plt",
          ".plt",
          ".plt.got",
          ".plt.sec",
          ".iplt",
          ".relr.dyn");

  /** Dynamic relocations, named after what they patch. */
  private static final Set<String> RELOCATIONS = Set.of(".rela.", ".rel.");

  /** GNU ld writes it behind all that is loaded. */
  private static final String OUTPUT = "OUTPUT(";

  private final String name;
  private final LinkerMapFormat format;
  private final MapLines lines;
  private final LinkerMap.Builder map;
  private String part = "";
  private String pending = "";
  private boolean isOutputTold;

  GnuMapReader(String name, LinkerMapFormat format, MapLines lines) {
    this.name = name;
    this.format = format;
    this.lines = lines;
    map = new LinkerMap.Builder(name, format);
  }

  LinkerMap read() {
    while (lines.next()) {
      String line = lines.line();
      switch (line) {
        case DISCARDED, REGIONS, PROGRAM, PROGRAM_OF_GOLD -> {
          part = line;
          pending = "";
        }
        default -> row(line);
      }
    }
    if (!part.equals(PROGRAM) && !part.equals(PROGRAM_OF_GOLD)) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of " + format.title(), "one that ends before '" + PROGRAM + "'");
    }
    if (format == LinkerMapFormat.GNU_LD && !isOutputTold) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of " + format.title(), "one that ends before '" + OUTPUT + "'");
    }
    return map.build();
  }

  private void row(String line) {
    switch (part) {
      case REGIONS -> region(line);
      case DISCARDED, PROGRAM, PROGRAM_OF_GOLD -> section(line);
      default -> {
        // Which members of archives were taken, and why.
      }
    }
  }

  /** {@code FLASH 0x08000000 0x00080000 xr}. */
  private void region(String line) {
    String[] words = line.strip().split("[ \\t]+", 0);
    boolean isRegion = words.length >= 3 && words[1].startsWith("0x") && words[2].startsWith("0x");
    if (!isRegion || words[0].equals("*default*")) {
      return;
    }
    long start = MapLines.hex(words[1], 0, words[1].length());
    long length = MapLines.hex(words[2], 0, words[2].length());
    try {
      map.memory(new MemoryRegion(words[0], start, length, words.length > 3 ? words[3] : ""));
    } catch (IllegalArgumentException e) {
      String where = name + ": line " + lines.number();
      throw new MalformedBinaryException(where, -1, "a region of memory", "'" + line + "'");
    }
  }

  private void section(String line) {
    if (line.isBlank() || line.startsWith("LOAD ") || line.startsWith(OUTPUT)) {
      isOutputTold |= line.startsWith(OUTPUT);
      pending = "";
      return;
    }
    boolean isOfProgram = line.charAt(0) != ' ';
    boolean isNamed = isOfProgram || (line.charAt(1) != ' ' && !line.startsWith(" *("));
    int end = isNamed ? nameEnd(line, isOfProgram ? 0 : 1) : 0;
    String what = isNamed ? line.substring(isOfProgram ? 0 : 1, end) : pending;
    Optional<int[]> first = MapLines.word(line, end);
    if (first.isEmpty()) {
      pending = isNamed ? (isOfProgram ? "" : " ") + what : "";
      return;
    }
    boolean isOutput = isNamed ? isOfProgram : !pending.isEmpty() && pending.charAt(0) != ' ';
    String plain = isNamed ? what : pending.strip();
    pending = "";
    numbers(line, first.get(), isOutput, plain);
  }

  /** gold's own parts have names of several words: {@code ** merge strings}. */
  private static int nameEnd(String line, int start) {
    int at = start;
    if (line.startsWith("** ", start)) {
      int number = line.indexOf(" 0x", start);
      at = number < 0 ? line.length() : number;
      while (at > start && line.charAt(at - 1) == ' ') {
        at--;
      }
      return at;
    }
    while (at < line.length() && line.charAt(at) != ' ') {
      at++;
    }
    return at;
  }

  private void numbers(String line, int[] first, boolean isOutput, String what) {
    Optional<int[]> second = MapLines.word(line, first[1]);
    boolean isRange =
        second.isPresent()
            && line.startsWith("0x", first[0])
            && line.startsWith("0x", second.get()[0])
            && MapLines.isHex(line, first[0], first[1])
            && MapLines.isHex(line, second.get()[0], second.get()[1]);
    if (!isRange) {
      symbol(line, first, second, what);
      return;
    }
    if (what.isEmpty()) {
      // Two numbers that no name stands before are no row.
      return;
    }
    long address = MapLines.hex(line, first[0], first[1]);
    long size = MapLines.hex(line, second.get()[0], second.get()[1]);
    String rest = line.substring(second.get()[1]).strip();
    if (part.equals(DISCARDED)) {
      if (size > 0) {
        map.discarded(what, size, rest.isEmpty() ? -1 : map.object(rest));
      }
    } else if (isOutput) {
      map.output(what, address, size);
    } else if (map.outputCount() > 0 || what.startsWith("** ")) {
      input(address, size, what, rest);
    }
  }

  private void input(long address, long size, String what, String rest) {
    if (what.equals("*fill*") || what.equals("** fill") || what.equals("** zero fill")) {
      map.row(address, size, MapRowType.FILL, -1, what);
    } else if (isMade(what) || rest.equals("linker stubs") || rest.isEmpty()) {
      map.row(address, size, MapRowType.MADE, -1, what);
    } else {
      map.row(address, size, MapRowType.INPUT, map.object(rest), what);
    }
  }

  private static boolean isMade(String section) {
    return section.startsWith("** ")
        || MADE.contains(section)
        || RELOCATIONS.stream().anyMatch(section::startsWith);
  }

  /** {@code 0x08000040 Default_Handler}; assignments have more words. */
  private void symbol(String line, int[] first, Optional<int[]> second, String what) {
    boolean isSymbol =
        what.isEmpty()
            && second.isPresent()
            && line.startsWith("0x", first[0])
            && MapLines.isHex(line, first[0], first[1])
            && !part.equals(DISCARDED);
    if (isSymbol && !line.contains(" = ") && !line.contains("(")) {
      String text = line.substring(second.get()[0]).strip();
      map.symbol(MapLines.hex(line, first[0], first[1]), text);
    }
  }
}
