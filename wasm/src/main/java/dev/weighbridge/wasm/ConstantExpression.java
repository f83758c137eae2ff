package dev.weighbridge.wasm;

/**
 * An expression that is evaluated when the module is instantiated. Core specification 3.3.10.
 *
 * @param fileStart first byte
 * @param fileEnd end behind the {@code end} operator, exclusive
 * @param form what it consists of
 * @param value the constant, or the index of the global or function; 0 for the other forms
 */
public record ConstantExpression(long fileStart, long fileEnd, Form form, long value) {
  /** What an expression consists of, besides {@code end}. */
  public enum Form {
    /** One {@code i32.const} or {@code i64.const}. */
    INTEGER,
    /** One {@code global.get}. */
    GLOBAL,
    /** One {@code ref.func}. */
    FUNCTION,
    /** One {@code ref.null}. */
    NULL,
    /** Anything else: other constants, extended constant expressions, allocations. */
    OTHER
  }

  /** The integer it comes to, unsigned, or -1 if the file alone does not tell. */
  public long integer() {
    return form == Form.INTEGER ? value : -1;
  }
}
