package dev.weighbridge.internal.shapes;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The pointers in the data of an image: where they stand and where they point, both as places.
 *
 * <p>An image that the loader may move says so in its relocations. In one that it may not, any
 * aligned word may be a pointer, and only what surrounds it tells.
 */
public final class Pointers {
  /** The part of an address that 32-bit pointers leave out: which memory of a Wasm module. */
  private static final long MEMORY = 0xFFFF_FFFF_0000_0000L;

  private final Bytes file;
  private final AddressMap map;
  private final int wordSize;
  private final long memory;
  private final long[] places;
  private final long[] targets;

  /**
   * Finds the pointers of an image.
   *
   * @param data where they are looked for
   */
  public Pointers(Bytes file, BinaryImage image, AddressMap map, List<DataRange> data) {
    this.file = file.withOrder(image.isLittleEndian() ? LITTLE_ENDIAN : BIG_ENDIAN);
    this.map = map;
    wordSize = image.addressBits() / 8;
    memory = wordSize == 8 || data.isEmpty() ? 0 : data.get(0).address() & MEMORY;
    RelocationTable relocations = image.relocations();
    boolean isPlace = image.isRelocatable();
    LongColumn from = new LongColumn(0);
    LongColumn to = new LongColumn(0);
    for (int row = 0; row < relocations.count(); row++) {
      long target = relocations.target(row);
      long at = relocations.place(row);
      long place = isPlace ? at : map.place(at);
      if (isIn(data, place)) {
        from.add(place);
        to.add(isPlace || target == -1 ? target : map.place(target));
      }
    }
    long[] unsorted = from.freeze();
    int[] order = Order.ascending(unsorted, unsorted.length);
    places = new long[order.length];
    targets = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      places[i] = unsorted[order[i]];
      targets[i] = to.get(order[i]);
    }
  }

  private static boolean isIn(List<DataRange> data, long place) {
    for (DataRange range : data) {
      if (range.contains(place)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Gives each place in a range where a pointer may stand: what relocations fill in, or where there
   * are none every word that is aligned in memory; a Wasm file has its data anywhere.
   */
  public void forEach(DataRange range, LongConsumer look) {
    if (places.length == 0) {
      long from = range.start() + Math.floorMod(-range.address(), wordSize);
      for (long at = from; at + wordSize <= range.end(); at += wordSize) {
        Work.checkAt(at / wordSize);
        look.accept(at);
      }
      return;
    }
    int stop = firstFrom(range.end());
    for (int i = firstFrom(range.start()); i < stop; i++) {
      Work.checkAt(i);
      look.accept(places[i]);
    }
  }

  /** The first relocation at or behind a place. */
  private int firstFrom(long place) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where the word at a place points, as a place; -1 if it is no pointer into this image. */
  public long target(long place) {
    if (places.length == 0) {
      long address = word(place);
      return address == 0 ? -1 : map.place(memory | address);
    }
    int index = firstFrom(place);
    return index < places.length && places[index] == place ? targets[index] : -1;
  }

  /** Whether a word is a number, not a pointer that the loader fills in. */
  public boolean isNumber(long place) {
    int index = firstFrom(place);
    return index == places.length || places[index] >= place + wordSize;
  }

  /** The word at a place, as the file has it. */
  public long word(long place) {
    return wordSize == 8 ? file.i64(place) : file.u32(place);
  }

  /** The number of four bytes at a place. */
  public long u32(long place) {
    return file.u32(place);
  }

  /** Bytes of a word: 4 or 8. */
  public int wordSize() {
    return wordSize;
  }
}
