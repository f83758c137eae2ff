/**
 * What debug information says of an image, whatever its format: units, lines, inlined functions,
 * and whose the debug bytes are.
 *
 * <pre>{@code
 * DebugInformation debug = model.file().images().get(0).debug();
 * System.out.println(debug.isPresent() + ", " + debug.units().count() + " units");
 * }</pre>
 */
package dev.weighbridge.formats.debug;
