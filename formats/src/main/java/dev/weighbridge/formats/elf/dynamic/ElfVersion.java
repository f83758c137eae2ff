package dev.weighbridge.formats.elf.dynamic;

import java.util.Objects;

/**
 * One version name: {@code Vernaux} of a needed library or {@code Verdaux} of a definition. LSB,
 * symbol versioning.
 *
 * @param name the version: {@code GLIBC_2.34}
 * @param index the number that {@code .gnu.version} uses for it; 0 in a definition's list
 * @param flags {@code VER_FLG_} constants
 * @param fileStart first byte of this record in the file
 * @param fileEnd end of this record in the file, exclusive
 */
public record ElfVersion(String name, int index, int flags, long fileStart, long fileEnd) {
  /** Refuses null. */
  public ElfVersion {
    Objects.requireNonNull(name, "name");
  }
}
