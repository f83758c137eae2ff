package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.wasm.ConstantExpression.Form;

/** Reads constant expressions. Nearly all are one operator, for which no table is needed. */
final class ConstantExpressions {
  private ConstantExpressions() {}

  static ConstantExpression read(Bytes module, Cursor bytes) {
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
}
