package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.zip.DataFormatException;

/** What comes out of LZMA data: as filters behind it may change it, it is not yet the file. */
final class LzmaWindow {
  private final byte[] array;
  private final CostCurve costs;
  private int count;
  private int start;

  /** Room for so many bytes. */
  LzmaWindow(int size, CostCurve costs) {
    this(new byte[size], costs);
  }

  /** Room for as many bytes as an array has, which are written to it. */
  LzmaWindow(byte[] array, CostCurve costs) {
    this.array = array;
    this.costs = costs;
  }

  /** How many bytes there are. */
  int count() {
    return count;
  }

  /** Bytes that come from here on can be repeated, those before not. */
  void forget() {
    start = count;
  }

  /** How many bytes there are that can be repeated. */
  int place() {
    return count - start;
  }

  /** A byte that came before; 0 before the first. */
  int back(int distance) {
    return distance > count - start ? 0 : array[count - distance] & 0xFF;
  }

  /** Adds a byte. */
  void literal(int value, long cost) throws DataFormatException {
    require(1);
    array[count++] = (byte) value;
    costs.add(1, cost);
  }

  /**
   * Adds bytes that came before.
   *
   * @param distance how far back they start, at least 1
   */
  void match(int distance, int size, long cost) throws DataFormatException {
    if (distance > count - start) {
      throw new DataFormatException("a distance before the start of the data");
    }
    require(size);
    for (int end = count + size; count < end; count++) {
      array[count] = array[count - distance];
    }
    costs.add(size, cost);
  }

  /** Adds bytes of a file. */
  void append(Bytes bytes, long from, int size, long cost) throws DataFormatException {
    require(size);
    bytes.copy(from, array, count, size);
    count += size;
    costs.add(size, cost);
  }

  private void require(int size) throws DataFormatException {
    if (size > array.length - count) {
      throw new DataFormatException("more data than the file has");
    }
  }
}
