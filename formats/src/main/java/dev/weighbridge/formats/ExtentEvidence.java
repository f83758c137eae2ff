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
  CODE_ENTRY;

  private static final ExtentEvidence[] BY_ORDINAL = values();

  static ExtentEvidence of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
