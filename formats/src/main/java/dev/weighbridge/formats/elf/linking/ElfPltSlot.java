package dev.weighbridge.formats.elf.linking;

import java.util.Objects;

/**
 * One slot of a procedure linkage table: the few instructions through which code calls a function
 * of another file.
 *
 * @param section the name of its section: {@code .plt}, {@code .plt.sec} ...
 * @param address its virtual address
 * @param symbol row of the dynamic symbol it calls, 0 if it calls a function without one
 * @param name the raw name of that symbol, empty if none
 * @param target the address it calls as far as this file tells, -1 if another file defines it
 * @param fileStart first byte in the file
 * @param fileEnd end in the file, exclusive
 */
public record ElfPltSlot(
    String section,
    long address,
    int symbol,
    String name,
    long target,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public ElfPltSlot {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(name, "name");
  }
}
