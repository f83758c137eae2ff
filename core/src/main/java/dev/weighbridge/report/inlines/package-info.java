/**
 * What inlined functions cost, written down.
 *
 * <pre>{@code
 * BinaryModel model = BinaryModel.open(path);
 * InlineList list = new InlineList(model.inlines(), InlineList.Selection.DEFAULT);
 * new InlinesReport(model.file(), list).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.inlines;

import org.jspecify.annotations.NullMarked;
