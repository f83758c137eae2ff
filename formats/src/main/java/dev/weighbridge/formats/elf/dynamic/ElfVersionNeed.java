package dev.weighbridge.formats.elf.dynamic;

import java.util.List;
import java.util.Objects;

/**
 * The versions needed of one library: {@code Verneed} and its list. LSB, symbol versioning.
 *
 * @param library the library that must define them
 * @param versions the versions
 * @param fileStart first byte of the record without its list
 * @param fileEnd end of the record without its list, exclusive
 */
public record ElfVersionNeed(
    String library, List<ElfVersion> versions, long fileStart, long fileEnd) {

  /** Copies the list. */
  public ElfVersionNeed {
    Objects.requireNonNull(library, "library");
    Objects.requireNonNull(versions, "versions");
    versions = List.copyOf(versions);
  }
}
