package dev.weighbridge.rustc;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Items that the compiler made, those counted as one in one row; most copies first. Immutable. */
public final class MonoTable {
  private static final Comparator<MonoRow> MOST_COPIES_FIRST =
      Comparator.comparing(MonoRow::copies)
          .thenComparing(MonoRow::items)
          .reversed()
          .thenComparing(MonoRow::label);

  private final MonoItems items;
  private final MonoFold fold;
  private final Optional<BinaryFile> program;
  private final long programCode;
  private final List<MonoRow> rows;

  private MonoTable(
      MonoItems items,
      MonoFold fold,
      Optional<BinaryFile> program,
      long programCode,
      List<MonoRow> rows) {
    this.items = items;
    this.fold = fold;
    this.program = program;
    this.programCode = programCode;
    this.rows = rows.stream().sorted(MOST_COPIES_FIRST).toList();
  }

  /** The items, those counted as one in one row. */
  public static MonoTable of(MonoItems items, MonoFold fold) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(fold, "fold");
    List<MonoRow> rows =
        groups(items, fold).values().stream().map(group -> group.row(Optional.empty())).toList();
    return new MonoTable(items, fold, Optional.empty(), 0, rows);
  }

  /**
   * The same with the bytes that each row has in a program that was made of them: those of symbols
   * of its very path. No bytes are given to codegen units and crates, as no symbol tells these.
   */
  public static MonoTable of(MonoItems items, MonoFold fold, Attribution program) {
    Objects.requireNonNull(items, "items");
    Objects.requireNonNull(fold, "fold");
    Objects.requireNonNull(program, "program");
    SymbolPaths paths = new SymbolPaths(program, items.crates(), fold == MonoFold.ITEM);
    boolean hasPaths = fold == MonoFold.GENERIC || fold == MonoFold.ITEM;
    List<MonoRow> rows =
        groups(items, fold).values().stream()
            .map(group -> group.row(hasPaths ? group.weight(paths) : Optional.empty()))
            .toList();
    return new MonoTable(items, fold, Optional.of(program.file()), paths.code(), rows);
  }

  /** Items that are counted as one. */
  private static final class Group {
    final String name;
    final String label;
    final Set<String> units = new TreeSet<>();
    final TreeSet<String> crates = new TreeSet<>();
    int items;
    long copies;

    Group(String name, String label) {
      this.name = name;
      this.label = label;
    }

    void add(MonoUnit unit) {
      copies++;
      units.add(unit.name());
      if (!unit.crate().isEmpty()) {
        crates.add(unit.crate());
      }
    }

    Optional<SymbolPaths.Weight> weight(SymbolPaths paths) {
      return paths.of(name, crates);
    }

    MonoRow row(Optional<SymbolPaths.Weight> weight) {
      return new MonoRow(
          label,
          items,
          copies,
          new TreeSet<>(units),
          crates,
          weight.map(some -> some.symbols).orElse(0),
          weight.map(some -> some.codeSize).orElse(0L),
          weight.map(some -> some.fileSize).orElse(0L));
    }
  }

  private static Map<Object, Group> groups(MonoItems items, MonoFold fold) {
    Map<Object, Group> groups = new HashMap<>();
    Paths paths = new Paths(items, fold);
    for (MonoItem item : items.items()) {
      switch (fold) {
        case GENERIC, ITEM -> {
          String name = name(item, fold);
          String label = paths.label(item, name);
          Group group = groups.computeIfAbsent(label, none -> new Group(name, label));
          group.items++;
          item.units().forEach(group::add);
        }
        case UNIT -> {
          for (MonoUnit unit : item.units()) {
            add(groups, unit.name(), unit);
          }
        }
        case CRATE -> crates(groups, item, paths);
      }
    }
    return groups;
  }

  private static void add(Map<Object, Group> groups, String label, MonoUnit unit) {
    Group group = groups.computeIfAbsent(label, none -> new Group(label, label));
    group.items++;
    group.add(unit);
  }

  /** All units of an item are of the crate that was being compiled. */
  private static void crates(Map<Object, Group> groups, MonoItem item, Paths paths) {
    String label = paths.crate(item.units().get(0));
    Group group = groups.computeIfAbsent(label, none -> new Group(label, label));
    group.items++;
    item.units().forEach(group::add);
  }

  /**
   * Tells items of several crates apart that are printed alike: the compiler leaves out the name of
   * the crate that it compiles.
   */
  private static final class Paths {
    private static final Set<String> STANDARD =
        Set.of("std", "core", "alloc", "proc_macro", "test");

    private final Set<String> known = new HashSet<>(STANDARD);
    private final Set<String> printed = new HashSet<>();
    private final Map<String, Set<String>> numbers = new HashMap<>();
    private final boolean isOne;

    Paths(MonoItems items, MonoFold fold) {
      known.addAll(items.crates());
      for (MonoItem item : items.items()) {
        MonoUnit unit = item.units().get(0);
        numbers.computeIfAbsent(unit.crate(), none -> new HashSet<>()).add(unit.crateNumber());
      }
      isOne = items.crates().size() <= 1;
      if (!isOne && (fold == MonoFold.GENERIC || fold == MonoFold.ITEM)) {
        items.items().forEach(item -> printed.add(name(item, fold)));
      }
    }

    /** The label of the crate of a unit, with its number where several have one name. */
    String crate(MonoUnit unit) {
      if (unit.crate().isEmpty()) {
        return "[unknown crate]";
      }
      boolean isOnly = numbers.getOrDefault(unit.crate(), Set.of()).size() < 2;
      return isOnly ? unit.crate() : unit.crate() + "[" + unit.crateNumber() + "]";
    }

    /** The label of a name that an item of a crate has. */
    String label(MonoItem item, String name) {
      String crate = item.units().get(0).crate();
      if (isOne || crate.isEmpty()) {
        return name;
      }
      String outside = PrintedPath.outside(name, crate, known::contains);
      boolean isWhole = outside.equals(name) && !item.name().isEmpty();
      return isWhole || printed.contains(outside) ? outside : name + ", in " + crate;
    }
  }

  private static String name(MonoItem item, MonoFold fold) {
    return fold == MonoFold.GENERIC ? item.generic() : item.label();
  }

  /** What was read. */
  public MonoItems items() {
    return items;
  }

  /** What is counted as one. */
  public MonoFold fold() {
    return fold;
  }

  /** The program whose bytes are in the rows, if there is one. */
  public Optional<BinaryFile> program() {
    return program;
  }

  /** Bytes of all code of the program; 0 without one. */
  public long programCode() {
    return programCode;
  }

  /** All rows, most copies first. */
  public List<MonoRow> rows() {
    return rows;
  }

  @Override
  public String toString() {
    return rows.size() + " rows";
  }
}
