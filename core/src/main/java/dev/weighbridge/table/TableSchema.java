package dev.weighbridge.table;

/**
 * The schema of the table: its columns are {@link TableColumn#all}.
 *
 * <p>A column never changes its meaning and none is taken away; a new one comes last and leaves the
 * version as it is. Whatever else changes makes a new version.
 */
public final class TableSchema {
  /** Name and version. */
  public static final String NAME = "weighbridge/table/1";

  private TableSchema() {}
}
