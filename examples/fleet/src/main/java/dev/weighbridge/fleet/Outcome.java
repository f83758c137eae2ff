package dev.weighbridge.fleet;

import java.io.Serializable;
import java.util.Set;

/**
 * What became of a file.
 *
 * @param name what it is called in the store
 * @param hash of its content; empty if it could not be read
 * @param size bytes of it
 * @param error why it could not be read or weighed, where that is no matter of its content; else
 *     empty
 */
public record Outcome(String name, String hash, long size, String error) implements Serializable {
  /**
   * The same, or that it was not weighed: it may have relied on a copy of it that could not be.
   *
   * @param whole the contents that are weighed
   */
  public Outcome checked(Set<String> whole) {
    if (!error.isEmpty() || whole.contains(hash)) {
      return this;
    }
    String why = "expected that a copy of it is weighed, found that it could not be";
    return new Outcome(name, hash, size, why);
  }
}
