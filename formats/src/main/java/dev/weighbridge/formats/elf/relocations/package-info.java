/**
 * The relocations of an ELF file in all forms, as columns: what is patched, and with what.
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
package dev.weighbridge.formats.elf.relocations;
