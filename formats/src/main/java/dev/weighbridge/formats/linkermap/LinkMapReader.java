package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what link.exe, and LLD in its place, writes with {@code /MAP}: parts of sections by number
 * and offset, then public and static symbols with {@code library:object}. No sizes of symbols.
 */
final class LinkMapReader {
  private static final Set<String> MADE =
      Set.of("<linker-defined>", "<common>", "<absolute>", "<import>");

  /** A section of the program: its first part names it. */
  private record Numbered(String name, long length, boolean isCode) {}

  private final String name;
  private final MapLines lines;
  private final LinkerMap.Builder map;
  private final SymbolRows symbols;
  private final Map<Integer, Numbered> sections = new TreeMap<>();
  private final BitSet code = new BitSet();
  private final Map<Integer, Long> bases = new TreeMap<>();

  LinkMapReader(String name, MapLines lines) {
    this.name = name;
    this.lines = lines;
    map = new LinkerMap.Builder(name, LinkerMapFormat.LINK);
    symbols = new SymbolRows(map);
  }

  LinkerMap read() {
    while (lines.next()) {
      row(lines.line().strip());
    }
    if (bases.isEmpty()) {
      throw new MalformedBinaryException(
          name, -1, "a whole map of link.exe", "one that ends before its symbols");
    }
    for (Map.Entry<Integer, Numbered> section : sections.entrySet()) {
      Long base = bases.get(section.getKey());
      if (base != null) {
        map.output(section.getValue().name(), base, section.getValue().length());
        code.set(map.outputCount() - 1, section.getValue().isCode());
      }
    }
    symbols.write(code::get);
    return map.build();
  }

  private void row(String line) {
    boolean isPlaced =
        line.length() > 13
            && line.charAt(4) == ':'
            && MapLines.isHex(line, 0, 4)
            && MapLines.isHex(line, 5, 13);
    if (!isPlaced) {
      return;
    }
    int number = (int) MapLines.hex(line, 0, 4);
    long offset = MapLines.hex(line, 5, 13);
    String[] words = line.substring(13).strip().split("[ \\t]+", 0);
    if (words.length >= 3 && words[0].endsWith("H")) {
      part(number, offset, words);
    } else if (number > 0 && words.length >= 3) {
      symbol(number, offset, words);
    }
  }

  /** {@code 0002:0000000c 00000008H .xdata DATA}. */
  private void part(int number, long offset, String[] words) {
    long length = MapLines.hex(words[0], 0, words[0].length() - 1);
    int dollar = words[1].indexOf('$');
    String text = dollar > 0 ? words[1].substring(0, dollar) : words[1];
    Numbered known = sections.getOrDefault(number, new Numbered(text, 0, true));
    long end = Math.max(known.length(), offset + length);
    boolean isCode = known.isCode() && words[2].equals("CODE");
    sections.put(number, new Numbered(known.name(), end, isCode));
  }

  /** {@code 0001:00000040 other 0000000140001040 f libcoff:b-coff.o}. */
  private void symbol(int number, long offset, String[] words) {
    if (!MapLines.isHex(words[1], 0, words[1].length()) || words[1].length() < 8) {
      return;
    }
    long address = MapLines.hex(words[1], 0, words[1].length());
    bases.putIfAbsent(number, address - offset);
    String file = words[words.length - 1];
    int colon = file.indexOf(':');
    // A single letter before it is a drive.
    String text =
        colon > 1 ? file.substring(0, colon) + "(" + file.substring(colon + 1) + ")" : file;
    symbols.add(address, -1, MADE.contains(file) ? -1 : map.object(text), words[0]);
  }
}
