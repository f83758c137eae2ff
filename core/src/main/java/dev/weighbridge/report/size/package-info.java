/**
 * What a file weighs, written down.
 *
 * <pre>{@code
 * SizeReport report = new SizeReport(model.file(), model.byCrate(), RowSelection.DEFAULT);
 * report.write(OutputFormat.MARKDOWN, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.size;

import org.jspecify.annotations.NullMarked;
