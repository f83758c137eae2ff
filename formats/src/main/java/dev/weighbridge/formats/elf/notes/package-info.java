/**
 * What an ELF file says of its build and of its debug files: notes and links.
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
package dev.weighbridge.formats.elf.notes;
