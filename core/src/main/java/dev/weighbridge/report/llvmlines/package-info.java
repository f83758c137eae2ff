/**
 * Lines of LLVM IR written down: those of functions, and what changed of them.
 *
 * <pre>{@code
 * IrTable table = IrTable.of(IrLines.read(List.of(Path.of("app.ll"))), IrFold.GENERIC);
 * new LlvmLinesReport(table, IrSelection.DEFAULT).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.llvmlines;

import org.jspecify.annotations.NullMarked;
