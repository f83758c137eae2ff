/**
 * The relocations of relocatable Mach-O files.
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
package dev.weighbridge.formats.macho.relocations;
