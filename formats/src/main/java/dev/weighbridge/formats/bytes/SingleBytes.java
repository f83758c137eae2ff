package dev.weighbridge.formats.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bytes on the heap, in one array. Read through a buffer rather than a variable handle: as fast
 * once compiled, and a new process need not bind it.
 */
final class SingleBytes extends Bytes {
  private final byte[] array;
  private final int base;
  private final ByteBuffer buffer;

  SingleBytes(byte[] array, int base, int length, ByteOrder order) {
    super(length, order);
    this.array = array;
    this.base = base;
    this.buffer = ByteBuffer.wrap(array).order(order);
  }

  private int at(long position, int size) {
    check(position, size);
    return base + (int) position;
  }

  @Override
  public Bytes withOrder(ByteOrder newOrder) {
    return newOrder == order() ? this : new SingleBytes(array, base, (int) length(), newOrder);
  }

  @Override
  public Bytes slice(long start, long end) {
    check(start, end - start);
    return new SingleBytes(array, base + (int) start, (int) (end - start), order());
  }

  @Override
  public int u8(long position) {
    return array[at(position, 1)] & 0xFF;
  }

  @Override
  public int u16(long position) {
    return buffer.getShort(at(position, 2)) & 0xFFFF;
  }

  @Override
  public int i32(long position) {
    return buffer.getInt(at(position, 4));
  }

  @Override
  public long i64(long position) {
    return buffer.getLong(at(position, 8));
  }

  @Override
  public void copy(long position, byte[] target, int targetStart, int count) {
    System.arraycopy(array, at(position, count), target, targetStart, count);
  }

  @Override
  public long indexOf(byte value, long start, long end) {
    check(start, end - start);
    int stop = base + (int) end;
    int i = base + (int) start;
    long pattern = (value & 0xFFL) * 0x0101_0101_0101_0101L;
    boolean isLittleEndian = isLittleEndian();
    for (; i + 8 <= stop; i += 8) {
      long word = buffer.getLong(i);
      long hit = zeroBytes((isLittleEndian ? word : Long.reverseBytes(word)) ^ pattern);
      if (hit != 0) {
        return (long) i - base + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; i < stop; i++) {
      if (array[i] == value) {
        return (long) i - base;
      }
    }
    return -1;
  }
}
