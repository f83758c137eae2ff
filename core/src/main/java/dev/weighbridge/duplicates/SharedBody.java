package dev.weighbridge.duplicates;

import java.util.List;
import java.util.Objects;

/**
 * A function, or data of a symbol, that several files have.
 *
 * @param isCode whether it is a function; functions are the same but for PC-relative operands and
 *     relocated places, data has the same bytes
 * @param label what one of them is called, for people
 * @param copyCount how many there are; a file may have several
 * @param fileSize bytes of one of them in its file
 * @param saving what all of them cost but the dearest
 * @param files the numbers of the files that have it, at least two, ascending
 */
public record SharedBody(
    boolean isCode, String label, int copyCount, long fileSize, long saving, List<Integer> files) {
  /** Copies the list. */
  public SharedBody {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(label, "label");
    files = List.copyOf(files);
  }

  /** The word used in output. */
  public String what() {
    return isCode ? "function" : "data";
  }
}
