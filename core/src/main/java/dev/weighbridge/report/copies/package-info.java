/**
 * Copies written down: those of generic items, and what stands in a file more than once.
 *
 * <pre>{@code
 * GenericList list = new GenericList(model.generics(), GenericList.Selection.DEFAULT);
 * new GenericsReport(model.file(), list).write(OutputFormat.TEXT, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.copies;

import org.jspecify.annotations.NullMarked;
