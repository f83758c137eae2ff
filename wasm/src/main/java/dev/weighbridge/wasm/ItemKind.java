package dev.weighbridge.wasm;

/**
 * The index spaces whose items can be imported and exported, in the order of their numbers in the
 * file. Core specification 5.5.5, {@code externidx}.
 */
public enum ItemKind {
  /** Functions, number 0. */
  FUNCTION,
  /** Tables, number 1. */
  TABLE,
  /** Memories, number 2. */
  MEMORY,
  /** Globals, number 3. */
  GLOBAL,
  /** Tags of exceptions, number 4. */
  TAG;

  private static final ItemKind[] BY_NUMBER = values();

  /** The kind with this number, or {@code null}: callers report it with its place. */
  static ItemKind ofNumber(int number) {
    return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
  }

  /** How many kinds there are. */
  static int count() {
    return BY_NUMBER.length;
  }
}
