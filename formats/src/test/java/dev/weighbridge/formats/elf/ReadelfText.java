package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What GNU readelf says of a fixture, each row brought to one line of words and hexadecimal. */
final class ReadelfText {
  private static final Pattern SECTION =
      Pattern.compile(
          " *\\[ *(\\d+)\\] (.*?) *(\\S+|SYMTAB SECTION) +([0-9a-f]{8,16}) ([0-9a-f]{6,})"
              + " ([0-9a-f]{6,}) ([0-9a-f]{2,}) (.{3}) +(\\d+) +(\\d+) +(\\d+)");
  private static final Pattern SEGMENT =
      Pattern.compile(
          "  (\\S+) +0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+) 0x([0-9a-f]+)"
              + " ([RWE ]{3}) (?:0x)?([0-9a-f]+)");
  private static final Pattern SYMBOL =
      Pattern.compile(
          " *(\\d+): ([0-9a-f]+) +(\\w+) (\\w+) +(\\w+) +(\\w+) +(?:\\[.*?\\] +)?(\\w+) ?(.*)");
  private static final Pattern RELOCATION =
      Pattern.compile("([0-9a-f]{8,16})  ([0-9a-f]{8,16}) (R_\\S+|unrecognized.*?)(?: (.*))?");
  private static final Pattern RELATIVE = Pattern.compile("([0-9a-f]{8,16})\\s*");
  private static final Pattern DYNAMIC =
      Pattern.compile(" *0x([0-9a-f]+) \\((\\w+)\\) +(.*?)(?:\\[(.*)\\])?");
  private static final Pattern NOTE = Pattern.compile("  (\\S+) +0x([0-9a-f]{8})\\t.*");
  private static final Pattern BUILD_ID = Pattern.compile(".*Build ID: ([0-9a-f]+)");
  private static final Pattern NEEDED =
      Pattern.compile("  0x[0-9a-f]+:   Name: (\\S+)  Flags: .*  Version: (\\d+)");
  private static final Pattern DEFINED =
      Pattern.compile("  \\w+: Rev: 1  Flags: .*  Index: (\\d+)  Cnt: \\d+  Name: (\\S+)");

  private static final Map<String, Integer> TYPES =
      Map.of(
          "NOTYPE",
          0,
          "OBJECT",
          1,
          "FUNC",
          2,
          "SECTION",
          3,
          "FILE",
          4,
          "COMMON",
          5,
          "TLS",
          6,
          "IFUNC",
          10,
          "REGISTER",
          13);
  private static final Map<String, Integer> BINDINGS =
      Map.of("LOCAL", 0, "GLOBAL", 1, "WEAK", 2, "UNIQUE", 10);
  private static final Map<String, Integer> VISIBILITIES =
      Map.of("DEFAULT", 0, "INTERNAL", 1, "HIDDEN", 2, "PROTECTED", 3);

  private final List<String> lines;

  ReadelfText(String name) {
    lines = Fixtures.lines(name);
  }

  private List<String> rows(Pattern pattern, Function<MatchResult, String> words) {
    List<String> rows = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        rows.add(words.apply(matcher.toMatchResult()));
      }
    }
    return rows;
  }

  /** Row, name, address, offset, size, entry size, W A X flags, link, info, alignment. */
  List<String> sections() {
    return rows(
        SECTION,
        m ->
            String.join(
                " ",
                m.group(1),
                m.group(2),
                hex(m.group(4)),
                hex(m.group(5)),
                hex(m.group(6)),
                hex(m.group(7)),
                m.group(8).replaceAll("[^WAX]", ""),
                m.group(9),
                m.group(10),
                m.group(11)));
  }

  /** Offset, address, physical address, size in the file, in memory, permissions, alignment. */
  List<String> segments() {
    return rows(
        SEGMENT,
        m ->
            String.join(
                " ",
                hex(m.group(2)),
                hex(m.group(3)),
                hex(m.group(4)),
                hex(m.group(5)),
                hex(m.group(6)),
                m.group(7).replace(" ", ""),
                hex(m.group(8))));
  }

  /** Row, value, size, type, binding, visibility, section, name with version; both tables. */
  List<String> symbols() {
    return rows(
        SYMBOL,
        m -> {
          int type = TYPES.get(m.group(4));
          String section =
              switch (m.group(7)) {
                case "UND" -> "0";
                case "ABS" -> "-15";
                case "COM" -> "-14";
                default -> m.group(7);
              };
          String name = ascii(m.group(8).replaceFirst(" \\(\\d+\\)$", ""));
          return String.join(
              " ",
              m.group(1),
              hex(m.group(2)),
              Long.decode(m.group(3)).toString(),
              Integer.toString(type),
              BINDINGS.get(m.group(5)).toString(),
              VISIBILITIES.get(m.group(6)).toString(),
              section,
              type == ElfConstants.STT_SECTION ? "" : name);
        });
  }

  /** Place, r_info, addend: signed hexadecimal, empty if the record has none. */
  List<String> relocations() {
    return rows(
        RELOCATION, m -> String.join(" ", hex(m.group(1)), hex(m.group(2)), addend(m.group(4))));
  }

  private static String addend(String rest) {
    Matcher sum = Pattern.compile(".*([+-]) ([0-9a-f]+) *").matcher(rest == null ? "" : rest);
    if (sum.matches()) {
      return (sum.group(1).equals("-") && !sum.group(2).matches("0+") ? "-" : "")
          + hex(sum.group(2));
    }
    return rest != null && rest.matches(" +[0-9a-f]+") ? hex(rest.strip()) : "";
  }

  /** The places of packed relative relocations. */
  List<String> relativePlaces() {
    return rows(RELATIVE, m -> hex(m.group(1)));
  }

  /** Tag and, where it names one, text. */
  List<String> dynamic() {
    return rows(DYNAMIC, m -> hex(m.group(1)) + " " + (m.group(4) == null ? "" : m.group(4)));
  }

  /** Owner and bytes of description. */
  List<String> notes() {
    return rows(NOTE, m -> m.group(1) + " " + hex(m.group(2)));
  }

  /** The build ids. */
  List<String> buildIds() {
    return rows(BUILD_ID, m -> m.group(1));
  }

  /** Name and number of needed versions. */
  List<String> neededVersions() {
    return rows(NEEDED, m -> m.group(1) + " " + m.group(2));
  }

  /** Number and name of defined versions. */
  List<String> definedVersions() {
    return rows(DEFINED, m -> m.group(1) + " " + m.group(2));
  }

  /** What is left of a name when readelf, which prints half of each other character, is done. */
  static String ascii(String name) {
    return name.replaceAll("[^ -~]", "");
  }

  private static String hex(String digits) {
    return Long.toHexString(Long.parseUnsignedLong(digits, 16));
  }
}
