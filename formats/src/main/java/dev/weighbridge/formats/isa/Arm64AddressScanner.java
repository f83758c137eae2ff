package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;

/** Finds the addresses that AArch64 code forms by {@link Arm64Words}. */
final class Arm64AddressScanner extends AddressScanner {
  private final byte[] window = new byte[WINDOW];
  private final Bytes words = Bytes.of(window);

  @Override
  public void scan(Bytes code, long start, long end, long address, References found) {
    Arm64Words pages = new Arm64Words();
    for (long at = start; at < end; at += WINDOW) {
      int length = (int) Math.min(WINDOW, end - at) & ~3;
      code.copy(at, window, 0, length);
      for (int i = 0; i < length; i += 4) {
        if (pages.read(words.i32(i), address + (at - start) + i)) {
          found.add(at + i, pages.address());
        }
      }
    }
  }
}
