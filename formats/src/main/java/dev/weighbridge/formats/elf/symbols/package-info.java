/**
 * The symbols of an ELF file, as columns, with their names.
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
package dev.weighbridge.formats.elf.symbols;
