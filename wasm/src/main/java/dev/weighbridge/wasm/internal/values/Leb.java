package dev.weighbridge.wasm.internal.values;

/** How long LEB128 numbers need to be. Core specification 5.2.2. */
public final class Leb {
  private Leb() {}

  /** Bytes of an unsigned number written as short as possible. */
  public static int unsignedLength(long number) {
    int bits = 64 - Long.numberOfLeadingZeros(number | 1);
    return (bits + 6) / 7;
  }

  /** Bytes of a signed number written as short as possible. */
  public static int signedLength(long number) {
    int bits = 65 - Long.numberOfLeadingZeros(number ^ number >> 63);
    return (bits + 6) / 7;
  }
}
