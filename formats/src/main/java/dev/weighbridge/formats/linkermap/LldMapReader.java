package dev.weighbridge.formats.linkermap;

/**
 * Reads maps of LLD: a table with the sections of the program, indented by eight more spaces those
 * of the objects, by eight more still the symbols.
 *
 * <p>ELF has four columns of numbers before the names, COFF three, of which the last is the
 * alignment, Wasm three: address or {@code -}, file offset, size.
 */
final class LldMapReader {
  private static final int INDENT = 8;
  private static final String INTERNAL = "<internal>";

  private final LinkerMapFormat format;
  private final MapLines lines;
  private final LinkerMap.Builder map;
  private final int columns;
  private boolean isCode;

  LldMapReader(String name, LinkerMapFormat format, MapLines lines) {
    this.format = format;
    this.lines = lines;
    map = new LinkerMap.Builder(name, format);
    columns = format == LinkerMapFormat.LLD ? 4 : 3;
  }

  LinkerMap read() {
    while (lines.next()) {
      row(lines.line());
    }
    return map.build();
  }

  private void row(String line) {
    long[] numbers = new long[columns];
    int at = 0;
    for (int column = 0; column < columns; column++) {
      int start = at;
      while (start < line.length() && line.charAt(start) == ' ') {
        start++;
      }
      int end = start;
      while (end < line.length() && line.charAt(end) != ' ') {
        end++;
      }
      boolean isNone = end == start + 1 && line.charAt(start) == '-';
      if (!isNone && !MapLines.isHex(line, start, end)) {
        return;
      }
      numbers[column] = isNone ? -1 : MapLines.hex(line, start, end);
      at = end;
    }
    if (at + 1 >= line.length()) {
      return;
    }
    int name = at + 1;
    while (name < line.length() && line.charAt(name) == ' ') {
      name++;
    }
    take(numbers, (name - at - 1) / INDENT, line.substring(name));
  }

  private void take(long[] numbers, int level, String text) {
    long address = numbers[0];
    long size = format == LinkerMapFormat.LLD_COFF ? numbers[1] : numbers[2];
    if (format == LinkerMapFormat.LLD_WASM) {
      if (level == 0) {
        isCode = text.equals("CODE");
      }
      // Code has no address; where it lies in the file stands for it, and CODE says so.
      address = address < 0 || isCode ? numbers[1] : address;
    }
    if (level == 0) {
      map.output(text, address, size);
    } else if (level == 1 && map.outputCount() > 0) {
      input(address, size, text);
    } else if (level == 2) {
      map.symbol(address, text);
    }
  }

  private void input(long address, long size, String text) {
    int bracket = text.endsWith(")") ? text.lastIndexOf(":(") : -1;
    if (bracket <= 0) {
      // An assignment of the script: . = ALIGN(8)
      return;
    }
    String object = text.substring(0, bracket);
    String section = text.substring(bracket + 2, text.length() - 1);
    if (object.equals(INTERNAL)) {
      map.row(address, size, MapRowType.MADE, -1, section);
    } else {
      map.row(address, size, MapRowType.INPUT, map.object(object), section);
    }
  }
}
