/**
 * The headers of an ELF file: what kind of file it is, its segments and its sections, and how
 * tables refer to its bytes.
 *
 * <p>{@link dev.weighbridge.formats.elf.ElfFile} gives them out.
 */
package dev.weighbridge.formats.elf.headers;
