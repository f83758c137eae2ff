package dev.weighbridge.wasm.operators;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Objects;

/**
 * An expression that is evaluated when the module is instantiated. Core specification 3.3.10.
 *
 * @param fileStart first byte
 * @param fileEnd end behind the {@code end} operator, exclusive
 * @param form what it consists of
 * @param value the constant, or the index of the global or function; 0 for the other forms
 */
public record ConstantExpression(long fileStart, long fileEnd, Form form, long value) {
  /** Refuses null. */
  public ConstantExpression {
    Objects.requireNonNull(form, "form");
  }

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

  /**
   * The expression that a cursor stands before. Nearly all are one operator, for which no table is
   * needed.
   *
   * @param module the bytes of the module
   * @param bytes a cursor through them; then it stands behind the {@code end}
   * @throws MalformedBinaryException if an operator is unknown or cut short
   */
  public static ConstantExpression read(Bytes module, Cursor bytes) {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(bytes, "bytes");
    long start = bytes.position();
    int opcode = bytes.u8();
    Form form = form(opcode);
    long value = form == Form.OTHER ? 0 : value(bytes, opcode);
    boolean isSingle = form != Form.OTHER && bytes.u8() == Operator.END;
    if (!isSingle) {
      skip(module, bytes, start);
      return new ConstantExpression(start, bytes.position(), Form.OTHER, 0);
    }
    return new ConstantExpression(start, bytes.position(), form, form == Form.NULL ? 0 : value);
  }

  private static Form form(int opcode) {
    return switch (opcode) {
      case Operator.I32_CONST, Operator.I64_CONST -> Form.INTEGER;
      case Operator.GLOBAL_GET -> Form.GLOBAL;
      case Operator.REF_FUNC -> Form.FUNCTION;
      case Operator.REF_NULL -> Form.NULL;
      default -> Form.OTHER;
    };
  }

  private static long value(Cursor bytes, int opcode) {
    return switch (opcode) {
      case Operator.I32_CONST -> bytes.sleb128(32) & 0xFFFF_FFFFL;
      case Operator.I64_CONST -> bytes.sleb128(64);
      case Operator.REF_NULL -> bytes.sleb128(33);
      default -> bytes.uleb128(32);
    };
  }

  private static void skip(Bytes module, Cursor bytes, long start) {
    bytes.seek(start);
    OperatorCursor code = new OperatorCursor(module, start, bytes.end(), "wasm.expression", 0);
    while (code.next()) {
      bytes.seek(code.end());
    }
  }

  /** The integer it comes to, unsigned, or -1 if the file alone does not tell. */
  public long integer() {
    return form == Form.INTEGER ? value : -1;
  }
}
