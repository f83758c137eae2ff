package dev.weighbridge.formats.elf.dynamic;

import java.util.List;

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
    versions = List.copyOf(versions);
  }
}
