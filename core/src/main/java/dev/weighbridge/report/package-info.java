/**
 * Answers written down: one report for each answer, which writes itself in any format it has.
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
 * <p>{@link dev.weighbridge.report.Report} names all reports; each is made from an answer of the
 * library, says in {@link dev.weighbridge.report.Report#formats} what it can be written as, and
 * writes to anything characters can be appended to, row by row.
 *
 * <p>To add an output, write a class for it beside the others, such as {@code LintSarif}, and name
 * it in the report: once in its {@code FORMATS}, once in its {@code write}. Commands and their help
 * follow.
 */
package dev.weighbridge.report;
