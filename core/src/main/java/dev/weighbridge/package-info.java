/**
 * Weighs compiled programs: every byte of an ELF, Mach-O, PE or Wasm file attributed.
 *
 * <p><b>Open a file</b> and ask what its symbols weigh. Rows come with the largest first, and they
 * always add up to the size of the file:
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(path);
 * for (SizeRow row : model.bySymbol().rows()) {
 *   System.out.println(row.fileSize() + " " + row.label());
 * }
 * }</pre>
 *
 * <p><b>Nest dimensions.</b> {@link dev.weighbridge.dimension.Dimensions} has sections, kinds,
 * crates, generics, modules and more; each level of the tree adds up to the row above it:
 *
 * <pre>{@code
 * SizeTree tree = model.by(Dimensions.CRATE, Dimensions.SYMBOL);
 * SizeRow heaviest = tree.rows().get(0);
 * System.out.println(heaviest.label() + ": " + heaviest.fileSize(Kind.CODE) + " bytes of code");
 * }</pre>
 *
 * <p><b>Ask for one byte</b>: what lies around it, who claims it, and who won, and why. A name in
 * brackets, such as {@code [.text]}, is never a symbol: it stands for what nothing finer explains.
 *
 * <pre>{@code
 * for (Explanation.Claim claim : model.explainAddress(0x42a40).orElseThrow().claims()) {
 *   System.out.println(claim.outcome() + " " + claim.text() + ": " + claim.why());
 * }
 * }</pre>
 *
 * <p><b>Compare two builds.</b> The deltas of the rows add up to the delta of the files:
 *
 * <pre>{@code
 * BinaryModel old = BinaryModel.open(Path.of("old/app"));
 * BinaryModel now = BinaryModel.open(Path.of("new/app"));
 * SizeDiff diff = now.since(old, Dimensions.SECTION, Dimensions.SYMBOL);
 * System.out.println(diff.delta().fileSize() + " bytes: " + diff.cause());
 * }</pre>
 *
 * <p><b>Write any answer</b> as text, JSON, CSV, Markdown or HTML; each is a {@link
 * dev.weighbridge.report.Report}:
 *
 * <pre>{@code
 * Report report = new SizeReport(model.file(), model.byCrate(), RowSelection.DEFAULT);
 * report.write(OutputFormat.MARKDOWN, console);
 * }</pre>
 *
 * <p><b>Bring your own</b> dimension ({@link dev.weighbridge.dimension.Dimension}), measure ({@link
 * dev.weighbridge.measure.Measure}) or rule ({@link dev.weighbridge.lint.Rule}): each is one
 * interface, and works in every table and report.
 *
 * <p>A file that cannot be trusted is refused with what, where, expected and found; a defect that
 * costs no more than a row is a diagnostic, and the rest is weighed:
 *
 * <pre>{@code
 * for (Diagnostic defect : model.diagnostics()) {
 *   System.err.println(defect.sentence());
 * }
 * }</pre>
 */
@NullMarked
package dev.weighbridge;

import org.jspecify.annotations.NullMarked;
