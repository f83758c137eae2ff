package dev.weighbridge.graph;

import dev.weighbridge.formats.RootReason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a file, and what would go with it.
 *
 * @param label its name for people, or a text in brackets for what has none
 * @param node its node in the graph; -1 if the row stands for several or for none
 * @param retainedSize bytes in the file of all that would go with it, its own included
 * @param fileSize its own bytes in the file
 * @param count items that would go with it, itself included
 * @param address of its first byte; -1 if there is no one place or it is not loaded
 * @param rawNames its names as in the symbol table
 * @param root why it is needed from outside, if it is
 */
public record RetainedRow(
    String label,
    int node,
    long retainedSize,
    long fileSize,
    int count,
    long address,
    List<String> rawNames,
    Optional<RootReason> root) {

  /** A row that no single item stands behind. */
  public static RetainedRow sum(String label, long retainedSize, long fileSize, int count) {
    Objects.requireNonNull(label, "label");
    return new RetainedRow(
        label, -1, retainedSize, fileSize, count, -1, List.of(), Optional.empty());
  }

  /** Copies the names. */
  public RetainedRow {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(rawNames, "rawNames");
    Objects.requireNonNull(root, "root");
    rawNames = List.copyOf(rawNames);
  }
}
