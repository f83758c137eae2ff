package dev.weighbridge.bodies;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.machine.Architecture;

/**
 * The relocations of an image by where they write. Linkers may leave zeros where a relocation will
 * write, so bytes alone do not tell two tables of pointers apart.
 */
final class BodyRelocations {
  private static final int POINTER = 8;
  private static final int WORD = 4;

  /** Relocations of RISC-V that fill in an instruction of two bytes: R_RISCV_RVC_BRANCH ... */
  private static final int RVC_BRANCH = 44;

  private static final int RVC_LUI = 46;

  private final BinaryImage image;
  private final RelocationTable table;
  private final AddressMap map;
  private final int width;
  private final boolean isRiscv;
  private final int[] rows;
  private final long[] places;
  private int next;

  /** Where in the buffer masked last relocations write, in order. */
  private final IntColumn written = new IntColumn(0);

  private int asked;

  BodyRelocations(Attribution attribution, int imageRow) {
    image = attribution.file().images().get(imageRow);
    table = image.relocations();
    width = image.isRelocatable() || image.addressBits() == 32 ? WORD : POINTER;
    isRiscv = image.machine().is(Architecture.RISCV32) || image.machine().is(Architecture.RISCV64);
    map = attribution.addressMap(imageRow);
    long[] unsorted = new long[table.count()];
    for (int row = 0; row < unsorted.length; row++) {
      unsorted[row] = table.place(row);
    }
    rows = Order.ascending(unsorted, unsorted.length);
    places = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      places[i] = unsorted[rows[i]];
    }
  }

  /**
   * Clears the bytes that relocations write.
   *
   * @param place file offset of the first byte in the buffer
   * @return a hash of what the relocations are, and of what they clear; 0 if there are none
   */
  long mask(long place, int length, byte[] buffer) {
    long start = image.isRelocatable() ? place : map.address(place);
    written.clear();
    asked = 0;
    if (places.length == 0 || start == -1) {
      return 0;
    }
    long hash = 0;
    for (int i = first(start); i < places.length; i++) {
      if (Long.compareUnsigned(places[i] - start, length) >= 0) {
        break;
      }
      int at = (int) (places[i] - start);
      int row = rows[i];
      written.add(at);
      hash = HashMixer.mix(hash + 1, at);
      hash = HashMixer.mix(hash, table.type(row));
      hash = HashMixer.mix(hash, leadsTo(row, start, length));
      int end = Math.min(length, at + width(table.type(row)));
      hash = HashMixer.mix(hash, number(buffer, at, end));
      clear(buffer, at, end);
    }
    return hash;
  }

  /** Whether a relocation wrote into bytes of the buffer; to be asked in the order of the bytes. */
  boolean wrote(int from, int to) {
    while (asked < written.count() && written.get(asked) < from) {
      asked++;
    }
    return asked < written.count() && written.get(asked) < to;
  }

  /**
   * Where a relocation leads: a place, or else a symbol. Inside the body that is how far from its
   * start, as in bytes that need no relocation: one that calls itself is equal to another.
   */
  private long leadsTo(int row, long start, int length) {
    long target = table.target(row);
    int symbol = target < 0 ? table.symbol(row) : -1;
    long place = symbol < 0 ? target : place(symbol);
    boolean isInside = place >= 0 && Long.compareUnsigned(place - start, length) < 0;
    if (isInside) {
      return HashMixer.mix(1, place - start);
    }
    return HashMixer.mix(symbol < 0 ? 2 : 3, symbol < 0 ? target : symbol);
  }

  /** File offset, or address in a linked file, of what a symbol names; -1 if it is elsewhere. */
  private long place(int symbol) {
    SymbolTable symbols = image.symbols();
    int section = symbols.section(symbol);
    if (section < 0) {
      return -1;
    }
    return symbols.address(symbol)
        + (image.isRelocatable() ? image.sections().row(section).fileStart() : 0);
  }

  /** What stands where a relocation writes: some formats have there what it adds to the place. */
  private static long number(byte[] buffer, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 8 | (buffer[i] & 0xFF);
    }
    return number;
  }

  private int width(int type) {
    return isRiscv && type >= RVC_BRANCH && type <= RVC_LUI ? Short.BYTES : width;
  }

  /**
   * AArch64 objects have the addend beside the relocation, so that their instructions are clear.
   */
  private void clear(byte[] buffer, int from, int to) {
    if (!image.isRelocatable() || !image.machine().is(Architecture.AARCH64)) {
      for (int i = from; i < to; i++) {
        buffer[i] = 0;
      }
    }
  }

  /** The first relocation at or behind a place; bodies come mostly in the order of the file. */
  private int first(long place) {
    boolean isBehind = next > 0 && isAtOrBehind(next - 1, place);
    int low = isBehind ? 0 : next;
    int high = places.length;
    if (!isBehind && (next == places.length || isAtOrBehind(next, place))) {
      return next;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAtOrBehind(middle, place)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    next = low;
    return low;
  }

  private boolean isAtOrBehind(int index, long place) {
    return Long.compareUnsigned(places[index], place) >= 0;
  }
}
