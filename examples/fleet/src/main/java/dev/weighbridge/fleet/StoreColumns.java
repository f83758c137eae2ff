package dev.weighbridge.fleet;

import dev.weighbridge.table.TableColumn;
import java.util.List;

/**
 * The columns of the store, as DuckDB and Spark both read their declarations. Those of contents are
 * the columns of the table, with the hash in place of the name of a file.
 */
public final class StoreColumns {
  /** Of functions and data. */
  public static final String BODIES =
      "hash STRING, entry STRING, what STRING, body BIGINT, fileSize BIGINT, name STRING";

  /** Of lines with functions and data of a content, many in each line. */
  public static final String BODY_LINES =
      "content STRING, entry STRING, what STRING, bodies ARRAY<BIGINT>, sizes ARRAY<BIGINT>,"
          + " names ARRAY<STRING>";

  /** Of the files that a snapshot has. */
  public static final String SNAPSHOTS =
      "snapshot STRING, file STRING, hash STRING, fileSize BIGINT, error STRING";

  /** What a function is. */
  static final String FUNCTION = "function";

  /** What data of a symbol are. */
  static final String DATA = "data";

  private StoreColumns() {}

  /** Of rows. */
  public static String contents() {
    return "hash STRING" + declared();
  }

  /** Of lines with rows, which call the hash the file. */
  public static String rowLines() {
    return "file STRING" + declared();
  }

  private static String declared() {
    StringBuilder text = new StringBuilder();
    for (TableColumn column : all()) {
      text.append(", ").append(column.key()).append(column.isNumber() ? " BIGINT" : " STRING");
    }
    return text.toString();
  }

  private static List<TableColumn> all() {
    return TableColumn.all().stream().filter(column -> column != TableColumn.FILE).toList();
  }

  /** What is taken of lines with rows, for the columns of contents. */
  public static String ofRowLines() {
    return "file AS hash, " + String.join(", ", all().stream().map(TableColumn::key).toList());
  }

  /**
   * What makes the views that questions ask, of tables {@code contents}, {@code bodies} and {@code
   * snapshots}.
   *
   * @param snapshot the one that is asked; a checked name
   */
  public static List<String> views(String snapshot) {
    return List.of(
        """
        CREATE OR REPLACE TEMPORARY VIEW files AS
        SELECT s.file, s.hash, s.fileSize, COALESCE(s.error, e.error) AS error
        FROM snapshots s
        LEFT JOIN (SELECT hash, error FROM contents WHERE error IS NOT NULL) e ON e.hash = s.hash
        WHERE s.snapshot = '%s'
        """
            .formatted(snapshot),
        """
        CREATE OR REPLACE TEMPORARY VIEW weights AS
        SELECT s.file, c.* FROM snapshots s JOIN contents c ON c.hash = s.hash
        WHERE s.snapshot = '%s' AND c.error IS NULL
        """
            .formatted(snapshot));
  }
}
