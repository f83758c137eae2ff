/**
 * What debug information says of an image, whatever its format: units, lines, inlined functions,
 * and whose the debug bytes are.
 */
package dev.weighbridge.formats.debug;
