package dev.weighbridge.formats.linkermap;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A range of memory with a name: flash, RAM.
 *
 * @param name as the linker script calls it: {@code FLASH}; letters, digits, {@code _}, {@code -}
 *     and dots
 * @param start address of its first byte
 * @param length bytes, 0 or more
 * @param attributes what may lie there as the script says it: {@code rx}; empty if not said
 */
public record MemoryRegion(String name, long start, long length, String attributes) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.$-]{1,100}");

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the name has other characters, or the range is none
   */
  public MemoryRegion {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(attributes, "attributes");
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "expected the name of a memory region, found '" + name + "'");
    }
    if (length < 0 || Long.compareUnsigned(start, start + length) > 0) {
      throw new IllegalArgumentException(
          name
              + ": expected a range that ends within 64 bits, found 0x"
              + Long.toHexString(start)
              + " with a length of "
              + length);
    }
  }

  /** Whether a text may name a region. */
  public static boolean isName(String text) {
    Objects.requireNonNull(text, "text");
    return NAME.matcher(text).matches();
  }

  /** Whether an address lies in it. */
  public boolean contains(long address) {
    return Long.compareUnsigned(address - start, length) < 0;
  }

  /** How many of some bytes lie in it. */
  public long overlap(long address, long bytes) {
    if (bytes <= 0) {
      return 0;
    }
    if (contains(address)) {
      return Math.min(bytes, length - (address - start));
    }
    long until = start - address;
    return Long.compareUnsigned(until, bytes) < 0 ? Math.min(bytes - until, length) : 0;
  }
}
