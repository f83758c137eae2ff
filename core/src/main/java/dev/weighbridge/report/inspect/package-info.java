/**
 * What is known of a file and its bytes, written down: what the parser read, every leaf span, every
 * layer at one place, names made readable.
 *
 * <pre>{@code
 * new InspectReport(model.file(), model.sideFiles(), 20).write(OutputFormat.TEXT, console);
 * new SpanReport(model.attribution()).write(OutputFormat.CSV, console);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.inspect;

import org.jspecify.annotations.NullMarked;
