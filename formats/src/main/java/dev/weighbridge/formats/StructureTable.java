package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Structures of the file format: headers, table rows, names, unwind records, signatures; each with
 * what it is about.
 *
 * <p>Structures may nest; the innermost owns its bytes. Rows keep the order in which they were
 * found, which for a long table is the order of the file.
 */
public final class StructureTable {
  /** No structures. */
  static final StructureTable EMPTY = new Builder().freeze();

  /**
   * One structure.
   *
   * @param index its row
   * @param fileStart first byte in the file
   * @param fileEnd end in the file, exclusive
   * @param kind what its bytes are
   * @param label what it is called where it is about nothing: {@code file header}; no brackets
   * @param subject how it names the thing it is about
   * @param about that symbol row, address or file offset; -1 if {@code subject} is NONE
   */
  public record Structure(
      int index,
      long fileStart,
      long fileEnd,
      Kind kind,
      String label,
      Subject subject,
      long about) {
    /** Refuses null. */
    public Structure {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(subject, "subject");
    }
  }

  /** In {@link #form} the subject takes the lowest bits, then comes the kind, then the label. */
  private static final int KIND_SHIFT = 2;

  private static final int LABEL_SHIFT = 6;

  private static final int KINDS = 1 << (LABEL_SHIFT - KIND_SHIFT);

  /** In {@link #length}: look in {@link #longRows}; lengths below are unsigned. */
  private static final int LONG = -1;

  private final LongColumn fileStart;
  private final IntColumn length;
  private final IntColumn form;
  private final LongColumn about;
  private final IntColumn longRows;
  private final LongColumn longLengths;
  private final List<String> labels;
  private final BitSet rowLabels;

  private StructureTable(Builder builder) {
    fileStart = builder.fileStart;
    length = builder.length;
    form = builder.form;
    about = builder.about;
    longRows = builder.longRows;
    longLengths = builder.longLengths;
    labels = List.copyOf(builder.labels);
    rowLabels = (BitSet) builder.rowLabels.clone();
  }

  /** How many structures there are. */
  public int count() {
    return fileStart.count();
  }

  /** First byte in the file. */
  public long fileStart(int index) {
    return fileStart.get(index);
  }

  /** End in the file, exclusive. */
  public long fileEnd(int index) {
    int bytes = length.get(index);
    long size = bytes == LONG ? longLength(index) : Integer.toUnsignedLong(bytes);
    return fileStart.get(index) + size;
  }

  /** Structures of 4 GiB are so few that a look at each finds one. */
  private long longLength(int index) {
    int at = 0;
    while (longRows.get(at) != index) {
      at++;
    }
    return longLengths.get(at);
  }

  /** What its bytes are. */
  public Kind kind(int index) {
    return Kind.of(form.get(index) >> KIND_SHIFT & (KINDS - 1));
  }

  /** Index of its label in {@link #labels()}. */
  public int label(int index) {
    return form.get(index) >>> LABEL_SHIFT;
  }

  /** The labels in use: few, whatever the number of rows. */
  public List<String> labels() {
    return labels;
  }

  /**
   * Whether structures of a label are a row of their own even inside a section, as a resource of
   * its type and name is; others count for their section.
   *
   * @param label an index in {@link #labels()}
   */
  public boolean isRow(int label) {
    return rowLabels.get(label);
  }

  /** How it names the thing it is about. */
  public Subject subject(int index) {
    return Subject.of(form.get(index) & ((1 << KIND_SHIFT) - 1));
  }

  /** The symbol row, address or file offset it is about; -1 if its subject is NONE. */
  public long about(int index) {
    return about.get(index);
  }

  /** One row as an object. */
  public Structure row(int index) {
    return new Structure(
        index,
        fileStart.get(index),
        fileEnd(index),
        kind(index),
        labels.get(label(index)),
        subject(index),
        about.get(index));
  }

  /** All rows as objects. */
  public Stream<Structure> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " structures";
  }

  static final class Builder {
    private final LongColumn fileStart = new LongColumn(0);
    private final IntColumn length = new IntColumn(0);
    private final IntColumn form = new IntColumn(0);
    private final LongColumn about = new LongColumn(0);
    private final IntColumn longRows = new IntColumn(0);
    private final LongColumn longLengths = new LongColumn(0);
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> labelIds = new HashMap<>();
    private final BitSet rowLabels = new BitSet();

    int rowLabelId(String text) {
      int id = labelId(text);
      rowLabels.set(id);
      return id;
    }

    int labelId(String text) {
      Integer known = labelIds.get(text);
      if (known != null) {
        return known;
      }
      labels.add(text);
      labelIds.put(text, labels.size() - 1);
      return labels.size() - 1;
    }

    void add(long start, long end, Kind what, int labelId, Subject how, long which) {
      long size = end - start;
      boolean isLong = size >= Integer.toUnsignedLong(LONG);
      if (isLong) {
        longRows.add(fileStart.count());
        longLengths.add(size);
      }
      fileStart.add(start);
      length.add(isLong ? LONG : (int) size);
      form.add(labelId << LABEL_SHIFT | what.ordinal() << KIND_SHIFT | how.ordinal());
      about.add(which);
    }

    void reserve(int more) {
      fileStart.reserve(more);
      length.reserve(more);
      form.reserve(more);
      about.reserve(more);
    }

    StructureTable freeze() {
      return new StructureTable(this);
    }
  }
}
