/**
 * What debug information says of an image, whatever its format: units, lines, inlined functions,
 * and whose the debug bytes are.
 *
 * <pre>{@code
 * UnitTable units = debug.units();
 * int unit = units.code().rowAt(address);
 * if (unit >= 0) {
 *   out.println(units.name(unit) + ", " + units.language(unit));
 * }
 * LineTable lines = debug.lines();
 * int row = lines.rowAt(address);
 * if (row >= 0 && lines.file(row) >= 0) {
 *   out.println(lines.sources().path(lines.file(row)) + ":" + lines.line(row));
 * }
 * InlineTable inlines = debug.inlines();
 * int scope = inlines.code().rowAt(address);
 * while (scope >= 0) {
 *   String name = inlines.functions().qualifiedName(inlines.function(scope));
 *   out.println((inlines.isInlined(scope) ? "inlined " : "in ") + name);
 *   scope = inlines.parent(scope);
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.debug.DebugInformation} reads each table when it is first asked
 * for, and keeps it. Tables are columns: rows of units, lines and scopes are numbers, and an {@link
 * dev.weighbridge.formats.debug.AddressMap} says which row an address belongs to. Each address of
 * code belongs to one unit, one line and one innermost scope at most.
 *
 * <p>A {@link dev.weighbridge.formats.debug.DebugSource} fills the tables from one format; nothing
 * here knows which.
 */
@NullMarked
package dev.weighbridge.formats.debug;

import org.jspecify.annotations.NullMarked;
