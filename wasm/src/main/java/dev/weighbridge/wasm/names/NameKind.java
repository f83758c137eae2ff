package dev.weighbridge.wasm.names;

import org.jspecify.annotations.Nullable;

/**
 * What a subsection of the name section names, in the order of their numbers. Core specification,
 * appendix "Name Section"; extended name section proposal.
 */
public enum NameKind {
  /** The module itself. */
  MODULE,
  /** Functions. */
  FUNCTION,
  /** Locals, by function. */
  LOCAL,
  /** Labels, by function. */
  LABEL,
  /** Types. */
  TYPE,
  /** Tables. */
  TABLE,
  /** Memories. */
  MEMORY,
  /** Globals. */
  GLOBAL,
  /** Element segments. */
  ELEMENT,
  /** Data segments. */
  DATA,
  /** Fields, by type. */
  FIELD,
  /** Tags. */
  TAG;

  private static final NameKind[] BY_NUMBER = values();

  static @Nullable NameKind ofNumber(int number) {
    return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
  }

  /** How many kinds there are. */
  static int count() {
    return BY_NUMBER.length;
  }

  /** Whether the names are grouped by the function or type that they belong to. */
  public boolean isGrouped() {
    return this == LOCAL || this == LABEL || this == FIELD;
  }
}
