/**
 * Lines of LLVM IR: what the compiler hands on of each function, before or after it is optimised.
 *
 * <pre>{@code
 * IrLines lines = IrLines.read(List.of(Path.of("app.ll")));
 * for (IrRow row : IrTable.of(lines, IrFold.GENERIC).rows()) {
 *   System.out.println(row.lines() + " lines in " + row.copies() + " copies: " + row.label());
 * }
 * }</pre>
 *
 * <p>Lines are counted as {@code cargo llvm-lines} counts them: those of a function that begin with
 * exactly two blanks, which are its instructions.
 */
@NullMarked
package dev.weighbridge.llvmlines;

import org.jspecify.annotations.NullMarked;
