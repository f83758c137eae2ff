package dev.weighbridge.wasm.operators;

/** How an operator refers to something outside itself. */
public enum ReferenceKind {
  /** {@code call}, {@code return_call}: the function it calls. */
  CALL,
  /** {@code call_indirect} and its like: the type of the function, taken from a table. */
  INDIRECT_CALL,
  /** {@code call_ref} and its like: the type of the function, taken from the stack. */
  REFERENCE_CALL,
  /** {@code ref.func}: a function whose reference is taken. */
  FUNCTION,
  /** A global read or written. */
  GLOBAL,
  /** A table used, that of an indirect call included. */
  TABLE,
  /**
   * A memory asked for its size, grown, copied or filled, or accessed at an address of which
   * nothing is known.
   */
  MEMORY,
  /** A data segment used. */
  DATA,
  /** An element segment used. */
  ELEMENT,
  /** A type allocated, accessed or tested. */
  TYPE,
  /** The tag of an exception thrown or caught. */
  TAG,
  /** An integer constant, unsigned: it may be an address or the index of a table element. */
  CONSTANT,
  /** A load whose address the operators before it make known. */
  ADDRESS,
  /** The constant part of an address whose other part is computed; not stated if 0. */
  OFFSET
}
