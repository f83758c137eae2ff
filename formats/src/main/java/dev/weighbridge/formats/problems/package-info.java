/**
 * What is wrong with an input, and how much of it is read at most.
 *
 * <pre>{@code
 * try {
 *   BinaryFile file = FormatRegistry.installed().read("app", FileMapper.open(app));
 *   file.diagnostics().forEach(defect -> System.out.println(defect.sentence()));
 * } catch (BinaryException e) {
 *   System.out.println(e.structure() + ": expected " + e.expected() + ", found " + e.found());
 * }
 * }</pre>
 *
 * <p>A defect that leaves an answer is a {@link dev.weighbridge.formats.problems.Diagnostic}; one
 * that leaves none is a {@link dev.weighbridge.formats.problems.BinaryException}. Both say what,
 * where, expected, found. {@link dev.weighbridge.formats.problems.Limits} are the caps that keep a
 * hostile file from costing unbounded time or memory. Every other package of the module reads this
 * one; it reads none.
 */
@NullMarked
package dev.weighbridge.formats.problems;

import org.jspecify.annotations.NullMarked;
