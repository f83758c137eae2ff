package dev.weighbridge.rustc;

import java.util.Objects;

/**
 * A codegen unit that holds an item.
 *
 * @param name as the compiler prints it: {@code app.867b5c192e01640d-cgu.4}, or a hash alone where
 *     it compiles incrementally
 * @param linkage how the item is linked there: {@code External}, {@code Internal} ...
 */
public record MonoUnit(String name, String linkage) {
  private static final String NUMBER = "-cgu.";

  /** Digits of the number of a crate. */
  private static final int DIGITS = 16;

  /** Checks that nothing is missing. */
  public MonoUnit {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(linkage, "linkage");
  }

  /** The crate that was compiled, and so asked for the item; empty if the name does not tell. */
  public String crate() {
    int number = name.lastIndexOf(NUMBER);
    int dot = number - DIGITS - 1;
    return dot > 0 && name.charAt(dot) == '.' ? name.substring(0, dot) : "";
  }

  /**
   * The number of the crate, which tells it from others of its name, such as another version: 16
   * digits; empty if the name does not tell.
   */
  public String crateNumber() {
    int number = name.lastIndexOf(NUMBER);
    return crate().isEmpty() ? "" : name.substring(number - DIGITS, number);
  }

  /** What tells it from other units of its crate: {@code cgu.4}; its name if that has no crate. */
  public String shortName() {
    return crate().isEmpty() ? name : name.substring(name.lastIndexOf(NUMBER) + 1);
  }
}
