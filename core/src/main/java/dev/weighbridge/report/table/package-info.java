/**
 * Writers of tables of many files, row by row as they come.
 *
 * <pre>{@code
 * Tables.write(path, "app", TableShape.USUAL, OpenOptions.DEFAULT, new CsvTable(console));
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.table;

import org.jspecify.annotations.NullMarked;
