package dev.weighbridge.formats;

/** What says that a function extends from one address to another. */
public enum ExtentEvidence {
  /** An unwind table: ELF {@code .eh_frame}, Mach-O {@code __unwind_info}. */
  UNWIND_TABLE,
  /** A PE {@code .pdata} record. */
  PDATA,
  /** Mach-O {@code LC_FUNCTION_STARTS}, ELF {@code .ARM.exidx}: exact starts, ends by the next. */
  FUNCTION_STARTS,
  /** A Wasm code entry. */
  CODE_ENTRY,
  /** A separate debug file: a part that the compiler moved away from its function. */
  DEBUG_FILE,
  /** The table of functions that the runtime of a language keeps: Go's {@code pclntab}. */
  RUNTIME_TABLE,
  /**
   * Code between other extents, cut where filler ends and a new aligned start begins: leaf
   * functions of PE images, which need no unwind record. Neither end is stated.
   */
  FILLER;

  private static final ExtentEvidence[] BY_ORDINAL = values();

  /** Whether it states only where a function begins, so that its end is the next boundary. */
  public boolean isEndInferred() {
    return this == FUNCTION_STARTS || this == FILLER;
  }

  static ExtentEvidence of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
