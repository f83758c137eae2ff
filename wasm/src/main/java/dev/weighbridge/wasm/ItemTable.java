package dev.weighbridge.wasm;

import dev.weighbridge.formats.columns.LongColumn;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The items of one kind in the order of the file, outlined: where each lies is known, what it says
 * is decoded when someone asks for a row.
 *
 * @param <T> what a row is decoded to
 */
public final class ItemTable<T> {
  /** Decodes the item that lies in a range; the range was walked once and is sound. */
  interface Decoder<T> {
    T decode(int index, long start, long end);
  }

  private final long[] start;
  private final long[] end;
  private final Decoder<T> decoder;

  ItemTable(LongColumn start, LongColumn end, Decoder<T> decoder) {
    this.start = start.freeze();
    this.end = end.freeze();
    this.decoder = decoder;
  }

  /** How many items there are. */
  public int count() {
    return start.length;
  }

  /** File offset of the first byte, from the start of the module. */
  public long fileStart(int row) {
    return start[row];
  }

  /** End in the file, exclusive, from the start of the module. */
  public long fileEnd(int row) {
    return end[row];
  }

  /** One item, decoded now. */
  public T row(int row) {
    return decoder.decode(row, start[row], end[row]);
  }

  /** All items, decoded one by one. */
  public Stream<T> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " items";
  }
}
