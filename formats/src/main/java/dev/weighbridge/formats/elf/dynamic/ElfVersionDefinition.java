package dev.weighbridge.formats.elf.dynamic;

import java.util.List;
import java.util.Objects;

/**
 * A version that this file defines: {@code Verdef} and its list. LSB, symbol versioning.
 *
 * @param index the number that {@code .gnu.version} uses for it
 * @param flags {@code VER_FLG_} constants; {@code VER_FLG_BASE} is the file itself
 * @param names its own name, then those of the versions it extends; empty if none can be read
 * @param fileStart first byte of the record without its list
 * @param fileEnd end of the record without its list, exclusive
 */
public record ElfVersionDefinition(
    int index, int flags, List<ElfVersion> names, long fileStart, long fileEnd) {

  /** Copies the list. */
  public ElfVersionDefinition {
    Objects.requireNonNull(names, "names");
    names = List.copyOf(names);
  }

  /** Its own name; empty if none can be read. */
  public String name() {
    return names.isEmpty() ? "" : names.get(0).name();
  }
}
