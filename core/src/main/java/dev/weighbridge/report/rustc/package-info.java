/**
 * What {@code rustc} prints of a compilation, written down: the items it made, and how it laid
 * types out.
 *
 * <pre>{@code
 * MonoTable table = MonoTable.of(MonoItems.read(List.of(Path.of("items.txt"))), MonoFold.GENERIC);
 * new MonoItemsReport(table, MonoSelection.DEFAULT).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.rustc;

import org.jspecify.annotations.NullMarked;
