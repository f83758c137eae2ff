/**
 * What files weigh as rows of a table with fixed columns: many files make one table, for a data
 * base, a data frame or a spreadsheet. {@link dev.weighbridge.Tables} fills one.
 *
 * <p>The schema is {@link dev.weighbridge.table.TableSchema}; which of its columns are told is a
 * {@link dev.weighbridge.table.TableShape}.
 *
 * <pre>{@code
 * TableShape shape = TableShape.USUAL.by("section,crate").measuring("debug");
 * Tables.write(path, "app", shape, OpenOptions.DEFAULT,
 *     row -> out.println(row.number(TableColumn.FILE_SIZE)));
 * }</pre>
 */
@NullMarked
package dev.weighbridge.table;

import org.jspecify.annotations.NullMarked;
