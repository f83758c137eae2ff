package dev.weighbridge.rustc;

import java.util.Objects;

/**
 * What a type or one of its variants holds, and the gaps between.
 *
 * @param kind the word of the compiler: {@code field}, {@code upvar} for what a closure or future
 *     has captured, {@code local} for what a future keeps over an await; {@code padding} for bytes
 *     that hold nothing
 * @param name its name; empty for padding
 * @param size its bytes
 * @param type its type, which the compiler tells of few; else empty
 */
public record TypeField(String kind, String name, long size, String type) {
  /** The kind of bytes that hold nothing. */
  static final String PADDING = "padding";

  /** Checks that nothing is missing. */
  public TypeField {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** Whether it is bytes that hold nothing. */
  public boolean isPadding() {
    return kind.equals(PADDING);
  }
}
