package dev.weighbridge.fleet;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.Tables;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.duplicates.FileBodies;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.BinaryVisitor;
import dev.weighbridge.packages.EntryTable;
import dev.weighbridge.query.Query;
import dev.weighbridge.table.TableColumn;
import dev.weighbridge.table.TableRow;
import dev.weighbridge.table.TableShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Answers the ready questions without a data base: rows of the library in lists, gone through once
 * for each answer. An answer is lines with blanks between values, "-" for none.
 */
final class SlowAnswers {
  private static final String NONE = "-";

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Long> sizes = new TreeMap<>();
  private final Map<String, String> hashes = new TreeMap<>();
  private final Map<String, String> errors = new TreeMap<>();
  private final List<Body> bodies = new ArrayList<>();

  private record Row(String file, Map<TableColumn, String> texts, long bytes, long memory) {
    String text(TableColumn column) {
      return texts.getOrDefault(column, NONE);
    }
  }

  private record Body(String hash, String what, long body, long bytes, String name) {
    String key() {
      return what + " " + body + " " + bytes;
    }
  }

  /** Those about a folder. */
  static SlowAnswers of(Path folder) throws IOException {
    SlowAnswers answers = new SlowAnswers();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith("notes.txt")) {
          answers.add(folder.relativize(file).toString().replace('\\', '/'), file);
        }
      }
    }
    return answers;
  }

  private void add(String name, Path file) throws IOException {
    sizes.put(name, Files.size(file));
    String hash = Arrays.toString(Files.readAllBytes(file));
    boolean isNew = !hashes.containsValue(hash);
    hashes.put(name, hash);
    try {
      if (name.endsWith("tar")) {
        PackageModel model = PackageModel.of("contents", bytes(file), OpenOptions.DEFAULT);
        Tables.write(model, name, TableShape.USUAL, row -> add(name, row));
        model.answers().visit(new Bodies(hash, model.entries()));
      } else {
        BinaryModel model = BinaryModel.of(name, bytes(file), OpenOptions.DEFAULT);
        Tables.write(model, name, TableShape.USUAL, row -> add(name, row));
        if (isNew) {
          addBodies(hash, model.attribution());
        }
      }
    } catch (BinaryException e) {
      errors.put(name, e.getMessage());
    }
  }

  private static dev.weighbridge.formats.bytes.Bytes bytes(Path file) throws IOException {
    return dev.weighbridge.formats.bytes.Bytes.of(Files.readAllBytes(file));
  }

  private void add(String name, TableRow row) {
    Map<TableColumn, String> texts = new EnumMap<>(TableColumn.class);
    for (TableColumn column : TableColumn.all()) {
      if (!column.isNumber() && row.has(column)) {
        texts.put(column, row.text(column));
      }
    }
    boolean hasMemory = row.has(TableColumn.MEMORY_SIZE);
    long memory = hasMemory ? row.number(TableColumn.MEMORY_SIZE) : 0;
    rows.add(new Row(name, texts, row.number(TableColumn.FILE_SIZE), memory));
  }

  private void addBodies(String hash, Attribution attribution) {
    FileBodies found = FileBodies.of(attribution);
    for (int i = 0; i < found.count(); i++) {
      String what = found.isCode(i) ? "function" : "data";
      bodies.add(new Body(hash, what, found.hash(i), found.size(i), found.label(i)));
    }
  }

  private final class Bodies implements BinaryVisitor {
    private final String hash;
    private final EntryTable entries;

    Bodies(String hash, EntryTable entries) {
      this.hash = hash;
      this.entries = entries;
    }

    @Override
    public void binary(int entry, Query query, Measure shipped) {
      if (!entries.isHidden(entry)) {
        addBodies(hash, query.attribution());
      }
    }

    @Override
    public void withdraw(int first) {
      throw new AssertionError("no package in these is damaged");
    }
  }

  /** What one row of an answer is made of. */
  private static final class Group {
    final Set<String> files = new TreeSet<>();
    final Set<String> versions = new TreeSet<>();
    long bytes;
    long memory;
  }

  private Map<String, Group> groups(Function<Row, String> key, Predicate<Row> isMeant) {
    Map<String, Group> groups = new TreeMap<>();
    for (Row row : rows) {
      if (isMeant.test(row)) {
        Group group = groups.computeIfAbsent(key.apply(row), one -> new Group());
        group.files.add(row.file());
        group.versions.add(row.text(TableColumn.VERSION));
        group.bytes += row.bytes();
        group.memory += row.memory();
      }
    }
    return groups;
  }

  private static List<String> sorted(
      Map<String, Group> groups, ToLongFunction<Group> most, Function<Group, String> figures) {
    return groups.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                (Map.Entry<String, Group> one) -> -most.applyAsLong(one.getValue())))
        .map(one -> one.getKey() + " " + figures.apply(one.getValue()))
        .toList();
  }

  private static Function<Row, String> by(TableColumn... columns) {
    return row -> String.join(" ", Stream.of(columns).map(row::text).toList());
  }

  /** The lines of a question. */
  List<String> to(String question, SlowAnswers older, String text) {
    return switch (question) {
      case "crates" ->
          sorted(
              groups(by(TableColumn.CRATE), row -> !row.text(TableColumn.CRATE).startsWith("[")),
              group -> group.bytes,
              group -> group.files.size() + " " + group.bytes);
      case "versions" ->
          sorted(
              groups(by(TableColumn.CRATE, TableColumn.VERSION), SlowAnswers::hasVersion),
              group -> 0,
              group -> group.files.size() + " " + group.bytes);
      case "several-versions" -> severalVersions();
      case "holds" -> holds(text);
      case "duplicates" -> duplicates();
      case "same-files" -> sameFiles();
      case "unstripped" -> unstripped();
      case "growth" -> growth(older);
      case "growth-crates" -> growthOfCrates(older);
      case "outliers" -> outliers();
      case "kinds" ->
          sorted(
              groups(by(TableColumn.KIND), row -> row.texts().containsKey(TableColumn.KIND)),
              group -> group.bytes,
              group -> group.files.size() + " " + group.bytes + " " + group.memory);
      case "sections" ->
          sorted(
              groups(by(TableColumn.SECTION), row -> true),
              group -> group.bytes,
              group -> group.files.size() + " " + group.bytes);
      case "machines" ->
          sorted(
              groups(
                  by(TableColumn.FORMAT, TableColumn.MACHINE),
                  row -> row.texts().containsKey(TableColumn.FORMAT)),
              group -> group.bytes,
              group -> group.files.size() + " " + group.bytes);
      case "largest" ->
          sizes.entrySet().stream()
              .sorted(Comparator.comparingLong((Map.Entry<String, Long> one) -> -one.getValue()))
              .map(one -> one.getKey() + " " + one.getValue())
              .toList();
      case "unexplained" -> unexplained();
      case "errors" ->
          errors.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
      default -> throw new AssertionError("no slow answer to " + question);
    };
  }

  private List<String> holds(String text) {
    BiPredicate<Row, TableColumn> isIn =
        (row, column) -> row.text(column).toLowerCase(Locale.ROOT).contains(text);
    Function<Row, String> what =
        row -> {
          boolean isCrate = isIn.test(row, TableColumn.CRATE);
          String crate = isCrate ? by(TableColumn.CRATE, TableColumn.VERSION).apply(row) : "- -";
          String library =
              isIn.test(row, TableColumn.LIBRARY) ? row.text(TableColumn.LIBRARY) : NONE;
          return fileAnd(TableColumn.ENTRY).apply(row) + " " + crate + " " + library;
        };
    Predicate<Row> isFound =
        row ->
            isIn.test(row, TableColumn.ENTRY)
                || isIn.test(row, TableColumn.CRATE)
                || isIn.test(row, TableColumn.LIBRARY);
    return sorted(groups(what, isFound), group -> 0, group -> Long.toString(group.bytes));
  }

  private static boolean hasVersion(Row row) {
    return row.texts().containsKey(TableColumn.VERSION);
  }

  private List<String> severalVersions() {
    Map<String, Group> groups = groups(by(TableColumn.CRATE), SlowAnswers::hasVersion);
    groups.values().removeIf(group -> group.versions.size() < 2);
    return sorted(
        groups,
        group -> group.versions.size(),
        group -> {
          TreeSet<String> versions = (TreeSet<String>) group.versions;
          String ends = versions.first() + " " + versions.last();
          return versions.size() + " " + ends + " " + group.files.size() + " " + group.bytes;
        });
  }

  private List<String> duplicates() {
    Map<String, List<Body>> groups = new TreeMap<>();
    bodies.forEach(one -> groups.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
    List<List<Body>> shared = new ArrayList<>();
    for (List<Body> group : groups.values()) {
      if (group.stream().map(Body::hash).distinct().count() > 1) {
        shared.add(group);
      }
    }
    Comparator<List<Body>> order =
        Comparator.comparingLong(group -> -(group.size() - 1) * group.get(0).bytes());
    order = order.thenComparing(SlowAnswers::name).thenComparing(group -> group.get(0).what());
    shared.sort(order.thenComparingLong(group -> group.get(0).body()));
    List<String> lines = new ArrayList<>();
    for (List<Body> group : shared) {
      Body one = group.get(0);
      long contents = group.stream().map(Body::hash).distinct().count();
      long saving = (group.size() - 1) * one.bytes();
      String figures = contents + " " + group.size() + " " + one.bytes() + " " + saving;
      lines.add(name(group) + " " + one.what() + " " + figures);
    }
    return lines;
  }

  private static String name(List<Body> group) {
    return group.stream().map(Body::name).min(Comparator.naturalOrder()).orElseThrow();
  }

  private List<String> sameFiles() {
    Map<String, List<String>> copies = new TreeMap<>();
    hashes.forEach(
        (file, hash) -> copies.computeIfAbsent(hash, key -> new ArrayList<>()).add(file));
    copies.values().removeIf(files -> files.size() < 2);
    return copies.values().stream()
        .map(
            files -> {
              long bytes = sizes.getOrDefault(files.get(0), 0L);
              int count = files.size();
              return files.get(0) + " " + count + " " + bytes + " " + (count - 1) * bytes;
            })
        .toList();
  }

  private static Function<Row, String> fileAnd(TableColumn column) {
    return row -> row.file() + " " + row.text(column);
  }

  private List<String> unstripped() {
    Map<String, Group> names = groups(fileAnd(TableColumn.ENTRY), row -> is(row, "names"));
    Map<String, Group> debug = groups(fileAnd(TableColumn.ENTRY), row -> is(row, "debug"));
    Map<String, Group> both =
        groups(fileAnd(TableColumn.ENTRY), row -> is(row, "names") || is(row, "debug"));
    both.values().removeIf(group -> group.bytes == 0);
    List<String> lines = new ArrayList<>();
    for (String line : sorted(both, group -> group.bytes, group -> Long.toString(group.bytes))) {
      String key = line.substring(0, line.lastIndexOf(' '));
      String bytes = line.substring(line.lastIndexOf(' '));
      lines.add(key + " " + bytes(names.get(key)) + " " + bytes(debug.get(key)) + bytes);
    }
    return lines;
  }

  private static boolean is(Row row, String kind) {
    return row.text(TableColumn.KIND).equals(kind);
  }

  private static long bytes(Group group) {
    return group == null ? 0 : group.bytes;
  }

  private List<String> growth(SlowAnswers older) {
    Set<String> files = new TreeSet<>(sizes.keySet());
    files.addAll(older.sizes.keySet());
    files.removeIf(
        file -> hashes.getOrDefault(file, "").equals(older.hashes.getOrDefault(file, "")));
    return changes(files, older.sizes, sizes);
  }

  private static List<String> changes(
      Set<String> keys, Map<String, Long> before, Map<String, Long> after) {
    return keys.stream()
        .sorted(Comparator.comparingLong(key -> -Math.abs(change(key, before, after))))
        .map(
            key -> {
              String sizes = text(before.get(key)) + " " + text(after.get(key));
              return key + " " + sizes + " " + change(key, before, after);
            })
        .toList();
  }

  private static long change(String key, Map<String, Long> before, Map<String, Long> after) {
    return after.getOrDefault(key, 0L) - before.getOrDefault(key, 0L);
  }

  private static String text(Long value) {
    return value == null ? NONE : Long.toString(value);
  }

  private List<String> growthOfCrates(SlowAnswers older) {
    Map<String, Long> before = older.bytesOfCrates();
    Map<String, Long> after = bytesOfCrates();
    Set<String> crates = new TreeSet<>(before.keySet());
    crates.addAll(after.keySet());
    crates.removeIf(crate -> text(before.get(crate)).equals(text(after.get(crate))));
    return changes(crates, before, after);
  }

  private Map<String, Long> bytesOfCrates() {
    Map<String, Long> bytes = new TreeMap<>();
    groups(by(TableColumn.CRATE), row -> true)
        .forEach((crate, group) -> bytes.put(crate, group.bytes));
    return bytes;
  }

  private List<String> outliers() {
    Predicate<Row> hasKind = row -> row.texts().containsKey(TableColumn.KIND);
    Map<String, Group> parts = groups(fileAnd(TableColumn.KIND), hasKind);
    Map<String, Group> kinds = groups(by(TableColumn.KIND), hasKind);
    Map<String, Group> files = groups(Row::file, hasKind);
    long all = rows.stream().filter(hasKind).mapToLong(Row::bytes).sum();
    Map<String, Long> excess = new TreeMap<>();
    Map<String, String> figures = new TreeMap<>();
    parts.forEach(
        (key, part) -> {
          String kind = key.substring(key.indexOf(' ') + 1);
          String file = key.substring(0, key.indexOf(' '));
          double expected = (double) files.get(file).bytes * kinds.get(kind).bytes / all;
          if (part.bytes >= 2 * expected && part.bytes - expected >= 4096) {
            long usual = (long) Math.floor(expected);
            excess.put(key, part.bytes - usual);
            figures.put(key, part.bytes + " " + usual + " " + (part.bytes - usual));
          }
        });
    return excess.keySet().stream()
        .sorted(Comparator.comparingLong(key -> -excess.get(key)))
        .map(key -> key + " " + figures.get(key))
        .toList();
  }

  private List<String> unexplained() {
    Map<String, Group> residual =
        groups(Row::file, row -> row.text(TableColumn.BASIS).equals("residual"));
    residual.values().removeIf(group -> group.bytes == 0);
    Map<String, Group> files = groups(Row::file, row -> true);
    List<String> lines = new ArrayList<>();
    for (String line :
        sorted(residual, group -> group.bytes, group -> Long.toString(group.bytes))) {
      lines.add(line + " " + files.get(line.substring(0, line.lastIndexOf(' '))).bytes);
    }
    return lines;
  }
}
