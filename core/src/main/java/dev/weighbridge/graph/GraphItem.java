package dev.weighbridge.graph;

import dev.weighbridge.formats.RootReason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a file that refers to others, or is referred to: a symbol or function with all it
 * pays for, or a piece of code or data that belongs to none.
 *
 * @param number counts the items of a file, 0 or more, in the order of the file: tells items of one
 *     name apart
 * @param name for people; a text in brackets for what has none
 * @param fileSize bytes in the file that it pays for
 * @param codeSize bytes of code among them
 * @param address of its first byte; -1 if it is not loaded
 * @param rawNames its names as in the symbol table
 * @param reason why it is needed from outside; empty if it is not
 */
public record GraphItem(
    int number,
    String name,
    long fileSize,
    long codeSize,
    long address,
    List<String> rawNames,
    Optional<RootReason> reason) {
  /** Copies the names. */
  public GraphItem {
    Objects.requireNonNull(rawNames, "rawNames");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reason, "reason");
    rawNames = List.copyOf(rawNames);
  }
}
