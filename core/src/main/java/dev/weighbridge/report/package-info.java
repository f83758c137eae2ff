/**
 * Answers written down: one writer for each answer and format.
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(app);
 * SizeReport report =
 *     new SizeReport(model.file(), model.by(SECTION, SYMBOL), RowSelection.DEFAULT);
 * new SizeText(SizeText.DEFAULT_WIDTH).write(report, console);
 * try (Writer json = Files.newBufferedWriter(target)) {
 *   new SizeJson().write(report, json);
 * }
 * }</pre>
 *
 * <p>An answer is a small object of this package: {@link dev.weighbridge.report.SizeReport}, {@link
 * dev.weighbridge.report.PlaceReport}, {@link dev.weighbridge.report.InspectReport}; spans are
 * written from the {@link dev.weighbridge.attribution.Attribution} itself. A writer is named after
 * its answer and format: {@link dev.weighbridge.report.SizeText}, {@link
 * dev.weighbridge.report.SpanCsv}. It writes to anything characters can be appended to, row by row.
 */
package dev.weighbridge.report;
