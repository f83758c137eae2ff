package dev.weighbridge.rustc;

import java.util.Objects;

/**
 * What a file tells of items.
 *
 * @param name a name for people
 * @param items how many it lists
 * @param copies how often codegen units hold one of them
 */
public record MonoFile(String name, int items, long copies) {
  /** Checks that there is a name. */
  public MonoFile {
    Objects.requireNonNull(name, "name");
  }
}
