/**
 * What an ELF file says, typed: headers, sections, symbols and tables, each record with the range
 * of the file it was read from.
 *
 * <p>Start with {@link dev.weighbridge.formats.elf.ElfFile}. Only its header is read at once; a
 * table is parsed when it is first asked for. Numbers that this package does not know stay raw.
 */
package dev.weighbridge.formats.elf;
