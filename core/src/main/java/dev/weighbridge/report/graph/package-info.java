/**
 * Who keeps whom, written down: what each item retains, why one is there, what nothing leads to,
 * what would go.
 *
 * <pre>{@code
 * RetainedTree tree = model.retained(RetainedTree.Selection.DEFAULT);
 * new RetainedReport(tree).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.graph;

import org.jspecify.annotations.NullMarked;
