package dev.weighbridge.demangle.itanium.tree;

import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;

/** Bits for the qualifiers of a type or of {@code this} (5.1.5.1). */
public final class ItaniumQualifiers {
  public static final int CONST = 1;
  public static final int VOLATILE = 2;
  public static final int RESTRICT = 4;
  public static final int REFERENCE = 8;
  public static final int RVALUE_REFERENCE = 16;
  public static final int TRANSACTION_SAFE = 32;

  /** No qualifier, but in its place: the first parameter is {@code this}. */
  public static final int EXPLICIT_OBJECT = 64;

  private static final byte[] WORD_CONST = Ascii.bytes(" const");
  private static final byte[] WORD_VOLATILE = Ascii.bytes(" volatile");
  private static final byte[] WORD_RESTRICT = Ascii.bytes(" restrict");
  private static final byte[] WORD_SAFE = Ascii.bytes(" transaction_safe");
  private static final byte[] WORD_REFERENCE = Ascii.bytes(" &");
  private static final byte[] WORD_RVALUE = Ascii.bytes(" &&");

  private ItaniumQualifiers() {}

  /** Writes what is set, each behind a space; the innermost comes first. */
  public static void print(int mask, Utf8Buffer out) {
    if (mask == 0) {
      return;
    }
    put(mask & CONST, WORD_CONST, out);
    put(mask & VOLATILE, WORD_VOLATILE, out);
    put(mask & RESTRICT, WORD_RESTRICT, out);
    put(mask & TRANSACTION_SAFE, WORD_SAFE, out);
    put(mask & REFERENCE, WORD_REFERENCE, out);
    put(mask & RVALUE_REFERENCE, WORD_RVALUE, out);
  }

  private static void put(int bit, byte[] word, Utf8Buffer out) {
    if (bit != 0) {
      out.put(word);
    }
  }
}
