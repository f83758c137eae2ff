package dev.weighbridge.formats.macho;

import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What llvm-objdump and llvm-nm print of a Mach-O file, as rows to compare with. */
final class LlvmText {
  private final String fixture;

  LlvmText(String fixture) {
    this.fixture = fixture;
  }

  private List<String> lines(String kind) {
    return Fixtures.lines(fixture + "." + kind + ".txt");
  }

  /** The names of the load commands, unknown ones as LLVM shows them. */
  List<String> commands() {
    return values("cmd");
  }

  private List<String> values(String key) {
    List<String> found = new ArrayList<>();
    for (String line : lines("headers")) {
      String[] words = line.trim().split("\\s+", 2);
      if (words.length == 2 && words[0].equals(key)) {
        found.add(words[1]);
      }
    }
    return found;
  }

  /** The values of a field of all load commands, numbers in hexadecimal digits. */
  List<Long> numbers(String key) {
    return values(key).stream().map(LlvmText::number).toList();
  }

  private static long number(String text) {
    String word = text.split("\\s+", 2)[0];
    return word.startsWith("0x")
        ? Long.parseUnsignedLong(word.substring(2), 16)
        : Long.parseLong(word);
  }

  /** Section by section: name, segment, address, size, offset, alignment, reserved1, reserved2. */
  List<String> sections() {
    List<String> rows = new ArrayList<>();
    List<String> fields = null;
    for (String line : lines("headers")) {
      String[] words = line.trim().split("\\s+", 2);
      if (line.equals("Section")) {
        fields = new ArrayList<>();
      } else if (fields != null && words.length == 2) {
        switch (words[0]) {
          case "sectname", "segname" -> fields.add(words[1]);
          case "addr", "size", "offset", "reloff", "nreloc", "reserved1" ->
              fields.add(Long.toHexString(number(words[1])));
          case "align" -> fields.add(words[1].replaceAll("2\\^(\\d+).*", "$1"));
          case "reserved2" -> {
            fields.add(Long.toHexString(number(words[1])));
            rows.add(String.join(" ", fields));
            fields = null;
          }
          default -> {
            // Type and attributes are shown as words.
          }
        }
      }
    }
    return rows;
  }

  /** The addresses of the function starts. */
  List<String> functionStarts() {
    return lines("fstarts").stream()
        .filter(line -> line.matches("[0-9a-f]{8,16}"))
        .map(line -> Long.toHexString(Long.parseUnsignedLong(line, 16)))
        .toList();
  }

  /** Exports as address and name; those that are re-exported are left out. */
  List<String> exports() {
    return lines("exports").stream()
        .filter(line -> line.startsWith("0x"))
        .map(line -> line.replaceAll("^0x0*([0-9A-Fa-f]+)\\s+(\\S+).*$", "$1 $2"))
        .map(line -> line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT) + rest(line))
        .sorted()
        .toList();
  }

  private static String rest(String line) {
    return line.substring(line.indexOf(' '));
  }

  /** Symbols as address (empty if undefined) and name, sorted. */
  List<String> symbols() {
    return lines("nm").stream()
        .filter(line -> line.contains("("))
        .map(LlvmText::symbol)
        .sorted()
        .toList();
  }

  private static String symbol(String line) {
    int width = line.indexOf(' ');
    String address = width > 0 ? line.substring(0, width) : "";
    String name = line.replaceAll(" \\(from [^)]*\\)$", "").replaceAll("^.* ", "");
    if (line.contains("external") && name.contains("]")) {
      name = line.substring(line.lastIndexOf("external ") + 9);
    }
    return (address.isEmpty() ? "" : Long.toHexString(Long.parseUnsignedLong(address, 16)))
        + " "
        + name;
  }

  /** The addresses of rebased pointers. */
  List<String> rebases() {
    return table("Rebase table:").stream().map(words -> address(words[2])).toList();
  }

  /** Binds of all kinds: address and symbol. */
  List<String> binds() {
    List<String> rows = new ArrayList<>();
    for (String title : List.of("Bind table:", "Weak bind table:", "Lazy bind table:")) {
      for (String[] words : table(title)) {
        rows.add(address(words[2]) + " " + words[words.length - 1]);
      }
    }
    return rows;
  }

  private static String address(String text) {
    return Long.toHexString(number(text));
  }

  private List<String[]> table(String title) {
    List<String[]> rows = new ArrayList<>();
    boolean isInside = false;
    for (String line : lines("fixups")) {
      if (line.equals(title)) {
        isInside = true;
      } else if (line.isBlank()) {
        isInside = false;
      } else if (isInside && line.startsWith("__")) {
        rows.add(line.trim().split("\\s+"));
      }
    }
    return rows;
  }

  /** Stubs and pointers: address, row of the symbol table, name. */
  List<String> indirectSymbols() {
    return lines("indirect").stream()
        .filter(line -> line.startsWith("0x"))
        .map(line -> line.trim().split("\\s+"))
        .map(words -> address(words[0]) + " " + words[1] + (words.length > 2 ? " " + words[2] : ""))
        .toList();
  }
}
