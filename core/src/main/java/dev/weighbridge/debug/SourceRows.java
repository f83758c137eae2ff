package dev.weighbridge.debug;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.debug.SourceTable;

/**
 * What the rows of {@link CodeRows#SOURCES} and {@link CodeRows#SOURCE_LINES} are: files and lines,
 * of code or of data.
 */
public final class SourceRows {
  private final SpanRows rows;
  private final CodeRows code;

  private SourceRows(SpanRows rows, CodeRows code) {
    this.rows = rows;
    this.code = code;
  }

  /** Those of {@link CodeRows#SOURCES}. */
  public static SourceRows ofFiles(SpanRows rows) {
    return new SourceRows(rows, CodeRows.FILES);
  }

  /** Those of {@link CodeRows#SOURCE_LINES}. */
  public static SourceRows ofLines(SpanRows rows) {
    return new SourceRows(rows, CodeRows.LINES);
  }

  private DebugInformation debug(int row) {
    return rows.debug(rows.image(row));
  }

  /** Number of a row among those of data, negative if it is of code. */
  private int ofData(int row) {
    return rows.local(row) - code.count(debug(row));
  }

  /** What {@link #file} counts in. */
  public SourceTable sources(int row) {
    DebugInformation debug = debug(row);
    return ofData(row) < 0 ? debug.lines().sources() : debug.variables().sources();
  }

  /** The file of a row. */
  public int file(int row) {
    boolean areFiles = code == CodeRows.FILES;
    int data = ofData(row);
    if (data >= 0) {
      return areFiles ? data : debug(row).variables().file(data);
    }
    return areFiles ? rows.local(row) : debug(row).lines().file(rows.local(row));
  }

  /** The line of a row of lines; 0 if it is of none. */
  public int line(int row) {
    int data = ofData(row);
    LineTable lines = debug(row).lines();
    return data >= 0 ? debug(row).variables().line(data) : lines.line(rows.local(row));
  }
}
