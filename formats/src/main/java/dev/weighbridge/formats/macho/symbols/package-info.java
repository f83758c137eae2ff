/**
 * The symbols of a Mach-O file, as columns, and whose each stub and each pointer is.
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
package dev.weighbridge.formats.macho.symbols;
