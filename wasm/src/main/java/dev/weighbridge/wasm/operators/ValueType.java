package dev.weighbridge.wasm.operators;

import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.Objects;

/**
 * A value type, or the storage type of a field. Core specification 5.3.
 *
 * @param code the byte it is encoded by: {@code 0x7F} for i32; {@code 0x63} and {@code 0x64} for
 *     references with a heap type
 * @param heapType for {@code 0x63} and {@code 0x64} a type index, or if negative the code of an
 *     abstract heap type as a signed LEB128 number; otherwise 0
 */
public record ValueType(int code, long heapType) {
  static final int REF_NULL = 0x63;
  static final int REF = 0x64;
  private static final int FIRST_ABSTRACT = 0x68;
  private static final int LAST_ABSTRACT = 0x75;
  private static final String[] ABSTRACT = {
    "cont",
    "exn",
    "array",
    "struct",
    "i31",
    "eq",
    "any",
    "extern",
    "func",
    "none",
    "noextern",
    "nofunc",
    "noexn",
    "nocont"
  };

  /**
   * The type that a cursor stands before.
   *
   * @throws MalformedBinaryException if the byte there encodes none, or it is cut short
   */
  public static ValueType read(Cursor bytes) {
    Objects.requireNonNull(bytes, "bytes");
    int code = bytes.u8();
    if (!isKnown(code)) {
      throw bytes.malformed("a value type", "0x" + Integer.toHexString(code));
    }
    boolean hasHeapType = code == REF || code == REF_NULL;
    return new ValueType(code, hasHeapType ? bytes.sleb128(33) : 0);
  }

  /** The index of the type that a reference is to; negative if the module does not define it. */
  public long typeIndex() {
    return code == REF || code == REF_NULL ? heapType : -1;
  }

  /** Whether values of this type are references. */
  public boolean isReference() {
    return code == REF || code == REF_NULL || isAbstract(code);
  }

  private static boolean isAbstract(int code) {
    return code >= FIRST_ABSTRACT && code <= LAST_ABSTRACT;
  }

  /** Whether a byte encodes a value or storage type. */
  private static boolean isKnown(int code) {
    return code == REF || code == REF_NULL || isAbstract(code) || !numeric(code).isEmpty();
  }

  /** The type in the text format: {@code i32}, {@code funcref}, {@code (ref null 3)}. */
  public String text() {
    if (code == REF || code == REF_NULL) {
      return "(ref " + (code == REF ? "" : "null ") + heapText(heapType) + ")";
    }
    if (isAbstract(code)) {
      return shortForm(ABSTRACT[code - FIRST_ABSTRACT]);
    }
    String numeric = numeric(code);
    return numeric.isEmpty() ? "type 0x" + Integer.toHexString(code) : numeric;
  }

  /** A heap type in the text format: a type index, or {@code func}, {@code any}. */
  private static String heapText(long heapType) {
    int byteCode = (int) (heapType & 0x7F);
    return heapType >= 0 || !isAbstract(byteCode)
        ? Long.toString(heapType)
        : ABSTRACT[byteCode - FIRST_ABSTRACT];
  }

  private static String shortForm(String heap) {
    return switch (heap) {
      case "none" -> "nullref";
      case "noextern" -> "nullexternref";
      case "nofunc" -> "nullfuncref";
      case "noexn" -> "nullexnref";
      case "nocont" -> "nullcontref";
      default -> heap + "ref";
    };
  }

  private static String numeric(int code) {
    return switch (code) {
      case 0x7F -> "i32";
      case 0x7E -> "i64";
      case 0x7D -> "f32";
      case 0x7C -> "f64";
      case 0x7B -> "v128";
      case 0x78 -> "i8";
      case 0x77 -> "i16";
      default -> "";
    };
  }
}
