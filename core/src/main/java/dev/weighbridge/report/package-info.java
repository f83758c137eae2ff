/**
 * Answers written down: one report for each answer, which writes itself in any format.
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(app);
 * SizeReport report =
 *     new SizeReport(model.file(), model.by(SECTION, SYMBOL), RowSelection.DEFAULT);
 * report.write(OutputFormat.TEXT, console);
 * try (Writer json = Files.newBufferedWriter(target)) {
 *   report.write(OutputFormat.JSON, json);
 * }
 * }</pre>
 *
 * <p>A {@link dev.weighbridge.report.Report} puts an answer of the library in order, as {@code
 * report.answer} describes; an {@link dev.weighbridge.report.OutputFormat} writes any such answer,
 * row by row, to anything characters can be appended to. Each room, such as {@code report.size},
 * has the reports of one part of the library.
 *
 * <p>To add an answer, implement {@link dev.weighbridge.report.Report}: it has every format. To add
 * a format, make an {@link dev.weighbridge.report.OutputFormat} with a writer of its own: it writes
 * every answer.
 */
@NullMarked
package dev.weighbridge.report;

import org.jspecify.annotations.NullMarked;
