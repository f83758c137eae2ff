package dev.weighbridge.packages;

import java.util.List;
import java.util.Objects;

/**
 * A function, or data of a symbol, that several binaries of a package have.
 *
 * @param what {@code function} or {@code data}; functions are the same but for PC-relative operands
 *     and relocated places, data has the same bytes
 * @param label what one of them is called, for people
 * @param copyCount how many there are; a binary may have several
 * @param fileSize bytes of one copy in its binary
 * @param saving bytes of the package of all copies but the dearest
 * @param entries the binaries that have it, in the order of the package; at least two. Binaries
 *     that are copies as a whole stand for each other
 */
public record CopiedBody(
    String what,
    String label,
    int copyCount,
    long fileSize,
    long saving,
    List<PackageEntry> entries) {
  /** Checks and copies. */
  public CopiedBody {
    Objects.requireNonNull(entries, "entries");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(label, "label");
    entries = List.copyOf(entries);
  }
}
