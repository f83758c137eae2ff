/**
 * Builds of one program beside each other, written down: what changed, and the steps between them.
 *
 * <pre>{@code
 * SizeDiff diff = model.since(BinaryModel.open(Path.of("old/app")), CRATE, SYMBOL);
 * DiffReport report = new DiffReport(diff, new DiffSelection(RowSelection.DEFAULT, true));
 * report.write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.diff;

import org.jspecify.annotations.NullMarked;
