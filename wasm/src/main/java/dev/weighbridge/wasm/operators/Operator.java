package dev.weighbridge.wasm.operators;

import java.util.List;
import java.util.Objects;

/**
 * An operator of the instruction set.
 *
 * @param opcode its opcode; of a prefixed one {@code prefix << 16 | number}: {@code 0xFC000A}
 * @param mnemonic its name in the text format: {@code memory.copy}
 * @param immediates what follows the opcode, in the order of the file
 */
public record Operator(int opcode, String mnemonic, List<Immediate> immediates) {
  /** Refuses null. */
  public Operator {
    Objects.requireNonNull(mnemonic, "mnemonic");
    Objects.requireNonNull(immediates, "immediates");
  }

  static final int BLOCK = 0x02;
  static final int LOOP = 0x03;
  static final int IF = 0x04;
  static final int TRY = 0x06;
  static final int CALL = 0x10;
  static final int RETURN_CALL = 0x12;
  static final int CALL_INDIRECT = 0x11;
  static final int RETURN_CALL_INDIRECT = 0x13;
  static final int CALL_REF = 0x14;
  static final int RETURN_CALL_REF = 0x15;
  static final int END = 0x0B;
  static final int DELEGATE = 0x18;
  static final int TRY_TABLE = 0x1F;
  static final int GLOBAL_GET = 0x23;
  static final int I32_CONST = 0x41;
  static final int I64_CONST = 0x42;
  static final int REF_NULL = 0xD0;
  static final int REF_FUNC = 0xD2;

  /** Whether it pops nothing but an address: a load of any width, atomic or of a vector. */
  boolean isLoad() {
    return mnemonic.contains("load") && !mnemonic.contains("lane");
  }
}
