package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      long about) {}

  private final LongColumn fileStart;
  private final LongColumn fileEnd;
  private final ByteColumn kind;
  private final IntColumn label;
  private final ByteColumn subject;
  private final LongColumn about;
  private final List<String> labels;

  private StructureTable(Builder builder) {
    fileStart = builder.fileStart;
    fileEnd = builder.fileEnd;
    kind = builder.kind;
    label = builder.label;
    subject = builder.subject;
    about = builder.about;
    labels = List.copyOf(builder.labels);
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
    return fileEnd.get(index);
  }

  /** What its bytes are. */
  public Kind kind(int index) {
    return Kind.of(kind.get(index));
  }

  /** Index of its label in {@link #labels()}. */
  public int label(int index) {
    return label.get(index);
  }

  /** The labels in use: few, whatever the number of rows. */
  public List<String> labels() {
    return labels;
  }

  /** How it names the thing it is about. */
  public Subject subject(int index) {
    return Subject.of(subject.get(index));
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
        fileEnd.get(index),
        kind(index),
        labels.get(label.get(index)),
        subject(index),
        about.get(index));
  }

  /** All rows as objects. */
  public Stream<Structure> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  static final class Builder {
    private final LongColumn fileStart = new LongColumn(0);
    private final LongColumn fileEnd = new LongColumn(0);
    private final ByteColumn kind = new ByteColumn(0);
    private final IntColumn label = new IntColumn(0);
    private final ByteColumn subject = new ByteColumn(0);
    private final LongColumn about = new LongColumn(0);
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> labelIds = new HashMap<>();

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
      fileStart.add(start);
      fileEnd.add(end);
      kind.add((byte) what.ordinal());
      label.add(labelId);
      subject.add((byte) how.ordinal());
      about.add(which);
    }

    void reserve(int more) {
      fileStart.reserve(more);
      fileEnd.reserve(more);
      kind.reserve(more);
      label.reserve(more);
      subject.reserve(more);
      about.reserve(more);
    }

    StructureTable freeze() {
      return new StructureTable(this);
    }
  }
}
