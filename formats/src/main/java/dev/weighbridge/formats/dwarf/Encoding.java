package dev.weighbridge.formats.dwarf;

/**
 * How the numbers of a unit or table are written.
 *
 * @param version of DWARF, 2 to 5
 * @param offsetSize bytes of an offset in a section: 4, or 8 in the 64-bit form
 * @param addressSize bytes of an address: 2, 4 or 8
 */
public record Encoding(int version, int offsetSize, int addressSize) {
  /** How many different {@link #shape} there are. */
  static final int SHAPES = 12;

  /** The same number for encodings in which each form takes the same number of bytes. */
  int shape() {
    int ofAddress = addressSize == 8 ? 2 : addressSize == 4 ? 1 : 0;
    return ofAddress + (offsetSize == 8 ? 3 : 0) + (version <= 2 ? 6 : 0);
  }

  /** Bytes of a reference to another unit: up to version 2 it was an address. DWARF 3, 7.4. */
  public int referenceSize() {
    return version <= 2 ? addressSize : offsetSize;
  }

  /** The largest address; with the one below, the mark of code that a linker dropped. */
  public long allOnes() {
    return addressSize == 8 ? -1 : (1L << (8 * addressSize)) - 1;
  }

  /**
   * Whether an address is the mark of code that a linker dropped: all ones, or one less where all
   * ones already mean something, as in range lists.
   */
  public boolean isTombstone(long address) {
    return address == allOnes() || address == allOnes() - 1;
  }

  /** Bytes of the length field at the start of a unit or table: 4, or 12 in the 64-bit form. */
  public int lengthSize() {
    return offsetSize == 8 ? 12 : 4;
  }

  /** Whether this library reads addresses of a size. */
  public static boolean isAddressSize(int size) {
    return size == 2 || size == 4 || size == 8;
  }
}
