package dev.weighbridge.formats.elf.linking;

import java.util.Objects;

/**
 * One address-sized word that the linker or loader fills with an address: a slot of the GOT, an
 * entry of an array of functions, a part of a function descriptor.
 *
 * @param index its row
 * @param address its virtual address
 * @param symbol row of the dynamic symbol whose address it gets, 0 if none
 * @param name the raw name of that symbol, empty if none
 * @param target the address it will hold as far as this file tells, -1 if it does not
 * @param fileStart first byte in the file
 * @param fileEnd end in the file, exclusive
 */
public record ElfPointer(
    int index, long address, int symbol, String name, long target, long fileStart, long fileEnd) {
  /** Refuses null. */
  public ElfPointer {
    Objects.requireNonNull(name, "name");
  }
}
