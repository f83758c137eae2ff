package dev.weighbridge.formats.ar;

import java.util.Objects;

/**
 * One row of the symbol index of an archive.
 *
 * @param index its row
 * @param name the symbol's name as the linker writes it
 * @param member {@link ArMember#fileStart} of the member that defines it
 * @param fileStart first byte of the row's offset, counted from the start of the archive
 * @param fileEnd end of that, exclusive; the name lies elsewhere
 */
public record ArSymbol(int index, String name, long member, long fileStart, long fileEnd) {
  /** Refuses null. */
  public ArSymbol {
    Objects.requireNonNull(name, "name");
  }
}
