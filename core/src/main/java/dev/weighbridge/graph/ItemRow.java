package dev.weighbridge.graph;

import java.util.List;
import java.util.Objects;

/**
 * Something in a file that is not needed, or would not be.
 *
 * @param label its name for people, or a text in brackets for what has none
 * @param fileSize bytes in the file that it pays for
 * @param codeSize bytes of code among them
 * @param count how many items the row stands for
 * @param address of its first byte; -1 if there is no one place or it is not loaded
 * @param rawNames its names as in the symbol table
 */
public record ItemRow(
    String label, long fileSize, long codeSize, int count, long address, List<String> rawNames) {
  /** Copies the names. */
  public ItemRow {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(rawNames, "rawNames");
    rawNames = List.copyOf(rawNames);
  }
}
