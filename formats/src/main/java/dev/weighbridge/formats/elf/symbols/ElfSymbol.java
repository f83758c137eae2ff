package dev.weighbridge.formats.elf.symbols;

import java.util.Objects;

/**
 * One row of a symbol table, {@code Elf32_Sym} or {@code Elf64_Sym}. gabi 4, symbol table.
 *
 * @param index its row
 * @param name its raw name; bytes that are not UTF-8 become U+FFFD
 * @param value {@code st_value}: an address, an offset or an alignment, by type and section
 * @param memorySize {@code st_size} in bytes, 0 if unknown; negative for 2^63 or more
 * @param type one of the {@code STT_} constants
 * @param binding one of the {@code STB_} constants
 * @param visibility one of the {@code STV_} constants
 * @param other {@code st_other}, 0 to 255: the visibility and the machine's own bits
 * @param section row of its section, 0 if undefined, below 0 if reserved; see {@link
 *     ElfSymbolTable#section}
 * @param fileStart first byte of this row in the file
 * @param fileEnd end of this row in the file, exclusive
 */
public record ElfSymbol(
    int index,
    String name,
    long value,
    long memorySize,
    int type,
    int binding,
    int visibility,
    int other,
    int section,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public ElfSymbol {
    Objects.requireNonNull(name, "name");
  }
}
