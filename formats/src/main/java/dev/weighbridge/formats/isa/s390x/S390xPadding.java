package dev.weighbridge.formats.isa.s390x;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.PaddingPatterns;

/** No-operations of two, four and six bytes: branches on no condition. */
final class S390xPadding extends PaddingPatterns {
  private static final int HALF = 2;

  /** Bytes of zeros may lie before the first no-operation, or behind the last. */
  @Override
  protected boolean fills(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end && (end - at) % HALF != 0 && bytes.u8(at) == 0) {
      at++;
    }
    while (at < end) {
      int length = length(bytes, at, end);
      if (length == 0) {
        return isZero(bytes, at, end);
      }
      at += length;
    }
    return true;
  }

  @Override
  protected boolean startsAt(Bytes bytes, long start, long end) {
    return (end - start) % HALF == 0 && bytes.u8(start) != 0;
  }

  /** {@code BCR 0} and a jump by register 0, {@code BC 0}, {@code BRC 0}, {@code BRCL 0}. */
  @Override
  public int length(Bytes bytes, long start, long end) {
    if (end - start < HALF) {
      return 0;
    }
    int first = bytes.u8(start);
    int second = bytes.u8(start + 1);
    int length =
        switch (first) {
          case 0x07 -> (second & 0xF0) == 0 ? HALF : 0;
          case 0x47 -> (second & 0xF0) == 0 ? 2 * HALF : 0;
          case 0xA7 -> second == 0x04 ? 2 * HALF : 0;
          case 0xC0 -> second == 0x04 ? 3 * HALF : 0;
          default -> 0;
        };
    return end - start < length ? 0 : length;
  }
}
