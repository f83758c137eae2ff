package dev.weighbridge.rustc;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.rustc.MonoItem.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The items that {@code rustc -Zprint-mono-items} prints of one build. Immutable. */
public final class MonoItems {
  private static final String MARK = "MONO_ITEM ";
  private static final String EXPECTED = "the output of rustc -Zprint-mono-items";
  private static final String UNITS = " @@";

  private final List<MonoFile> files;
  private final List<MonoItem> items;
  private final Set<String> units;
  private final Set<String> crates;

  private MonoItems(List<MonoFile> files, List<MonoItem> items) {
    this.files = List.copyOf(files);
    this.items = List.copyOf(items);
    units = new TreeSet<>();
    crates = new TreeSet<>();
    for (MonoItem item : items) {
      for (MonoUnit unit : item.units()) {
        if (units.add(unit.name()) && !unit.crate().isEmpty()) {
          crates.add(unit.crate());
        }
      }
    }
  }

  /**
   * Reads files, among whose lines may be others.
   *
   * @throws IOException if one of them cannot be read
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if one has no such line
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if one has a line that ends
   *     too early
   */
  public static MonoItems read(List<Path> files) throws IOException {
    Objects.requireNonNull(files, "files");
    Reader reader = new Reader();
    for (Path file : files) {
      Path fileName = file.getFileName();
      String name = fileName == null ? file.toString() : fileName.toString();
      reader.add(name, file.toString(), FileMapper.open(file));
    }
    return new MonoItems(reader.files, reader.items);
  }

  /** Reads a text that is in reach; errors as for {@link #read} but for I/O. */
  public static MonoItems of(String name, Bytes text) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Reader reader = new Reader();
    reader.add(name, name, text);
    return new MonoItems(reader.files, reader.items);
  }

  /** Reads one file after the other. */
  private static final class Reader {
    final List<MonoFile> files = new ArrayList<>();
    final List<MonoItem> items = new ArrayList<>();

    /** One object for all items that a unit holds in one way. */
    private final Map<String, MonoUnit> units = new HashMap<>();

    /** Reads a file by its name, which errors tell with its folder. */
    void add(String name, String path, Bytes text) {
      PrintedLines lines = new PrintedLines(path, text, MARK, EXPECTED);
      int before = items.size();
      long copies = 0;
      while (lines.next()) {
        MonoItem item = item(lines);
        items.add(item);
        copies += item.units().size();
      }
      lines.requireSome();
      files.add(new MonoFile(name, items.size() - before, copies));
    }

    private MonoItem item(PrintedLines lines) {
      String line = lines.line();
      int split = line.lastIndexOf(UNITS);
      if (split < 0) {
        throw lines.malformed("an item, @@ and codegen units", "a line without @@");
      }
      List<MonoUnit> held = units(lines, line.substring(split + UNITS.length()));
      String what = line.substring(0, split);
      if (what.startsWith("fn ")) {
        return new MonoItem(Kind.FUNCTION, what.substring(3), held);
      }
      if (what.startsWith("static ")) {
        return new MonoItem(Kind.STATIC, what.substring(7), held);
      }
      if (what.equals("global_asm")) {
        return new MonoItem(Kind.ASSEMBLY, "", held);
      }
      String word = what.contains(" ") ? what.substring(0, what.indexOf(' ')) : what;
      throw lines.malformed("one of fn, static and global_asm", "'" + word + "'");
    }

    private List<MonoUnit> units(PrintedLines lines, String list) {
      List<MonoUnit> held = new ArrayList<>();
      int at = 0;
      while (at < list.length()) {
        int end = list.indexOf(' ', at + 1);
        String word = list.substring(at, end < 0 ? list.length() : end).strip();
        at = end < 0 ? list.length() : end;
        MonoUnit unit = units.get(word);
        if (unit == null) {
          int open = word.indexOf('[');
          if (open <= 0 || !word.endsWith("]")) {
            throw lines.malformed("a codegen unit as unit[Linkage]", "'" + word + "'");
          }
          unit = new MonoUnit(word.substring(0, open), word.substring(open + 1, word.length() - 1));
          units.put(word, unit);
        }
        held.add(unit);
      }
      if (held.isEmpty()) {
        throw lines.malformed("codegen units behind @@", "the end of the line");
      }
      return held;
    }
  }

  /** What each file tells, in the order in which they were given. */
  public List<MonoFile> files() {
    return files;
  }

  /** All items, in the order of the files. */
  public List<MonoItem> items() {
    return items;
  }

  /** How often codegen units hold one of the items: so often each is compiled. */
  public long copies() {
    return files.stream().mapToLong(MonoFile::copies).sum();
  }

  /** How many items are of a kind. */
  public long count(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return items.stream().filter(item -> item.kind() == kind).count();
  }

  /** How many codegen units hold them. */
  public int unitCount() {
    return units.size();
  }

  /** The crates that were compiled, by name; none where names of units do not tell. */
  public List<String> crates() {
    return List.copyOf(crates);
  }

  /** The items whose own name or whose generic is this, or else those whose name holds it. */
  public List<MonoItem> named(String name) {
    Objects.requireNonNull(name, "name");
    List<MonoItem> equal =
        items.stream()
            .filter(item -> item.label().equals(name) || item.generic().equals(name))
            .toList();
    return equal.isEmpty() ? items.stream().filter(item -> holds(item, name)).toList() : equal;
  }

  private static boolean holds(MonoItem item, String name) {
    return item.label().contains(name) || item.generic().contains(name);
  }

  @Override
  public String toString() {
    return items.size() + " items of " + files.size() + " files";
  }
}
