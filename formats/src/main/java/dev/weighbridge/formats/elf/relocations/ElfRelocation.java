package dev.weighbridge.formats.elf.relocations;

import java.util.Objects;

/**
 * One relocation, from a record {@code Rel} or {@code Rela} or a bit of {@code Relr}. gabi 4,
 * relocation.
 *
 * @param index its row
 * @param place {@code r_offset}: an address; in a relocatable file an offset in the section patched
 * @param type the machine's own type number; for 64-bit MIPS up to three of them, lowest byte first
 * @param role what that type does
 * @param symbol row in the symbol table of the relocation section, 0 if none
 * @param addend what is added; 0 where the table leaves it to the patched bytes
 * @param target the address it will write as far as this file tells, -1 if it does not; see {@link
 *     ElfRelocations#target}
 * @param fileStart first byte of the record in the file
 * @param fileEnd end of the record in the file, exclusive; records of packed tables are shared
 */
public record ElfRelocation(
    int index,
    long place,
    int type,
    ElfRelocationRole role,
    int symbol,
    long addend,
    long target,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public ElfRelocation {
    Objects.requireNonNull(role, "role");
  }
}
