package dev.weighbridge.wasm.items;

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
  TAG
}
