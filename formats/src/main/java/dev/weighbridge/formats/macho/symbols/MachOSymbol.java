package dev.weighbridge.formats.macho.symbols;

import java.util.Objects;

/**
 * One row of the symbol table, {@code nlist} or {@code nlist_64}. nlist.h.
 *
 * @param index its row
 * @param name its raw name, with the underscore that C names begin with
 * @param type {@code n_type}, 0 to 255: {@code N_STAB}, {@code N_PEXT}, {@code N_TYPE}, {@code
 *     N_EXT}
 * @param section {@code n_sect}, 0 to 255: 1 for the first section, 0 for none
 * @param description {@code n_desc}, 0 to 65535
 * @param value {@code n_value}: an address, or what a debug-map symbol says
 * @param fileStart first byte of this row in the file
 * @param fileEnd end of this row in the file, exclusive
 */
public record MachOSymbol(
    int index,
    String name,
    int type,
    int section,
    int description,
    long value,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public MachOSymbol {
    Objects.requireNonNull(name, "name");
  }
}
