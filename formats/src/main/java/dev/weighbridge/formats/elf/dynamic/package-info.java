/**
 * What an ELF file tells the dynamic linker: needed libraries, symbol versions and the hash tables
 * that symbols are found by.
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
package dev.weighbridge.formats.elf.dynamic;
