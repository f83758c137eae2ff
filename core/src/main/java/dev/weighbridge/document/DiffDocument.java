package dev.weighbridge.document;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What changed from one build to another, as {@code weighbridge diff --format json} wrote it:
 * {@code weighbridge/diff/1}.
 *
 * @param older the old build
 * @param newer the new build
 * @param by the dimensions, one for each level of rows
 * @param cause why it changed, as a sentence; empty if that is not told
 * @param change of the whole
 * @param rows those of the first level
 */
public record DiffDocument(
    Build older,
    Build newer,
    List<String> by,
    Optional<String> cause,
    Change change,
    List<Row> rows) {
  private static final String SCHEMA = "weighbridge/diff/1";

  /**
   * A build.
   *
   * @param file its name
   * @param format what it is: {@code ELF}, {@code docker-archive}
   * @param machine what it runs on; empty for a package
   * @param size bytes of the file, of a package those that travel
   */
  public record Build(String file, String format, Optional<String> machine, long size) {
    /** Refuses null. */
    public Build {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(machine, "machine");
    }

    private static Build of(ConfigTable build) {
      String size = build.has("shippedSize") ? "shippedSize" : "fileSize";
      return new Build(
          build.presentText("file"),
          build.presentText("format"),
          build.text("machine"),
          DocumentText.count(build, size));
    }
  }

  /**
   * What something weighs in one build, or how much more in the new one.
   *
   * @param sizes of each measure
   * @param padding bytes of padding among them; empty for a package
   * @param count symbols and functions; empty for a package
   */
  public record Weight(Sizes sizes, OptionalLong padding, OptionalLong count) {
    /** Refuses null. */
    public Weight {
      Objects.requireNonNull(sizes, "sizes");
      Objects.requireNonNull(padding, "padding");
      Objects.requireNonNull(count, "count");
    }

    private static Weight of(ConfigTable weight) {
      return new Weight(Sizes.read(weight), weight.count("padding"), weight.count("count"));
    }

    private static Weight ofChange(ConfigTable weight) {
      return new Weight(
          Sizes.readChange(weight), weight.integer("padding"), weight.integer("count"));
    }
  }

  /**
   * What something weighs in both builds.
   *
   * @param before in the old one
   * @param after in the new one
   * @param delta how much more in the new one
   */
  public record Change(Weight before, Weight after, Weight delta) {
    /** Refuses null. */
    public Change {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(delta, "delta");
    }

    private static Change of(ConfigTable table) {
      return new Change(
          Weight.of(DocumentText.object(table, "before")),
          Weight.of(DocumentText.object(table, "after")),
          Weight.ofChange(DocumentText.object(table, "delta")));
    }
  }

  /**
   * A row, and those of the next level below it.
   *
   * @param label the label for people
   * @param status what became of it: {@code added}, {@code grown}
   * @param from what it was called; empty if it had this name
   * @param to where it went; empty if it stayed
   * @param change of all that it stands for
   * @param rows those of the next level; none at the last
   */
  public record Row(
      String label,
      String status,
      Optional<String> from,
      Optional<String> to,
      Change change,
      List<Row> rows) {
    /** Copies. */
    public Row {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(status, "status");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(change, "change");
      Objects.requireNonNull(rows, "rows");
      rows = List.copyOf(rows);
    }

    private static Row of(ConfigTable row) {
      return new Row(
          row.presentText("label"),
          row.presentText("status"),
          row.text("from"),
          row.text("to"),
          Change.of(row),
          row.tables("rows").stream().map(Row::of).toList());
    }

    @Override
    public String toString() {
      return label + " " + status + ", " + change.delta().sizes().file() + " bytes more";
    }
  }

  /** Copies. */
  public DiffDocument {
    Objects.requireNonNull(older, "older");
    Objects.requireNonNull(newer, "newer");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(rows, "rows");
    by = List.copyOf(by);
    rows = List.copyOf(rows);
  }

  /**
   * Reads the JSON that {@code weighbridge diff --format json} wrote.
   *
   * @throws IOException if the file cannot be read
   * @throws dev.weighbridge.config.ConfigException if it is no such document, is longer than a
   *     thirty-second part of the heap, or deeper than 256 levels; its message is one line: which
   *     member, what was expected, what was found
   */
  public static DiffDocument read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return parse(file.toString(), DocumentText.of(file));
  }

  /**
   * Reads such a stream to its end, which is not closed; errors as for {@link #read(Path)}.
   *
   * @param source what it is called in errors: a file name
   */
  public static DiffDocument read(String source, InputStream stream) throws IOException {
    return parse(source, DocumentText.of(source, stream));
  }

  /**
   * Reads such a text; errors as for {@link #read(Path)}.
   *
   * @param source what it is called in errors: a file name
   */
  public static DiffDocument parse(String source, String text) {
    return of(DocumentText.parse(source, text, SCHEMA));
  }

  private static DiffDocument of(ConfigTable document) {
    return new DiffDocument(
        Build.of(DocumentText.object(document, "old")),
        Build.of(DocumentText.object(document, "new")),
        document.texts("by"),
        document.text("cause"),
        Change.of(document),
        DocumentText.rows(document, "rows").stream().map(Row::of).toList());
  }

  @Override
  public String toString() {
    return older.file() + " to " + newer.file() + ", " + rows.size() + " rows";
  }
}
