package dev.weighbridge.table;

import dev.weighbridge.query.UnknownWordException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which columns of the table are told: the fewer levels, the fewer rows. What stands for the file,
 * and bytes in the file and in memory, are told anyway.
 *
 * @param levels columns by which bytes are told apart; with {@link TableColumn#ENTRY} left out, all
 *     entries of a package are one
 * @param measures more columns of numbers: of bytes shipped, debug information, and code inlined;
 *     what packages ship is told anyway
 */
public record TableShape(Set<TableColumn> levels, Set<TableColumn> measures) {
  /** What stands for no level at all: a row for each file. */
  private static final String NONE = "file";

  /** By layer, entry, section, kind, basis, evidence, crate and version. */
  public static final TableShape USUAL =
      new TableShape(
          Set.of(
              TableColumn.LAYER,
              TableColumn.ENTRY,
              TableColumn.SECTION,
              TableColumn.KIND,
              TableColumn.BASIS,
              TableColumn.EVIDENCE,
              TableColumn.CRATE,
              TableColumn.VERSION),
          Set.of());

  /** Checks that the columns can be asked for. */
  public TableShape {
    Objects.requireNonNull(levels, "levels");
    Objects.requireNonNull(measures, "measures");
    levels = checked(levels, TableColumn::isLevel, "levels");
    measures = checked(measures, TableShape::isMore, "measures");
  }

  private static Set<TableColumn> checked(
      Set<TableColumn> columns, Predicate<TableColumn> isFit, String what) {
    for (TableColumn column : columns) {
      if (!isFit.test(column)) {
        throw new IllegalArgumentException("expected " + what + ", found " + column.key());
      }
    }
    return Set.copyOf(columns);
  }

  private static boolean isMore(TableColumn column) {
    return column.isNumber()
        && column != TableColumn.FILE_SIZE
        && column != TableColumn.MEMORY_SIZE;
  }

  /** The words for all levels. */
  public static List<String> levelWords() {
    List<String> words = words(TableColumn::isLevel);
    words.add(NONE);
    return List.copyOf(words);
  }

  /** The words for the measures that are not told anyway. */
  public static List<String> measureWords() {
    return List.copyOf(words(TableShape::isMore));
  }

  private static List<String> words(Predicate<TableColumn> isFit) {
    List<String> words = new ArrayList<>();
    for (TableColumn column : TableColumn.all()) {
      if (isFit.test(column)) {
        words.add(column.key());
      }
    }
    return words;
  }

  /**
   * The same measures by the levels of words with commas between them: {@code entry,crate}; {@code
   * file} alone is a row for each file.
   *
   * @throws UnknownWordException if a word is none of them, or there twice; it says which were
   *     expected
   */
  public TableShape by(String words) {
    Objects.requireNonNull(words, "words");
    Set<TableColumn> found =
        words.equals(NONE) ? Set.of() : parse(words, TableColumn::isLevel, levelWords());
    return new TableShape(found, measures);
  }

  /** The same levels with the measures of words; errors as for {@link #by}. */
  public TableShape measuring(String words) {
    Objects.requireNonNull(words, "words");
    return new TableShape(levels, parse(words, TableShape::isMore, measureWords()));
  }

  private static Set<TableColumn> parse(
      String words, Predicate<TableColumn> isFit, List<String> known) {
    Set<TableColumn> found = new LinkedHashSet<>();
    for (String word : words.split(",", -1)) {
      TableColumn column = null;
      for (TableColumn one : TableColumn.all()) {
        column = one.key().equals(word) && isFit.test(one) ? one : column;
      }
      if (column == null) {
        throw new UnknownWordException("some of " + String.join(", ", known), word, known);
      }
      if (!found.add(column)) {
        throw new UnknownWordException("each word once", words, List.of());
      }
    }
    return found;
  }

  /** Whether a column is told by this shape. */
  boolean tells(TableColumn column) {
    return levels.contains(column) || measures.contains(column);
  }
}
