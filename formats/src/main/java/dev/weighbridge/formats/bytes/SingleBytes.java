package dev.weighbridge.formats.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes on the heap, in one array. */
final class SingleBytes extends Bytes {
  private static final VarHandle LE16 = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BE16 = view(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LE32 = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BE32 = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LE64 = view(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle BE64 = view(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] array;
  private final int base;
  private final boolean littleEndian;

  SingleBytes(byte[] array, int base, int length, ByteOrder order) {
    super(length, order);
    this.array = array;
    this.base = base;
    this.littleEndian = order == ByteOrder.LITTLE_ENDIAN;
  }

  private static VarHandle view(Class<?> type, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(type, order);
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
    int index = at(position, 2);
    return (littleEndian ? (short) LE16.get(array, index) : (short) BE16.get(array, index))
        & 0xFFFF;
  }

  @Override
  public int i32(long position) {
    int index = at(position, 4);
    return littleEndian ? (int) LE32.get(array, index) : (int) BE32.get(array, index);
  }

  @Override
  public long i64(long position) {
    int index = at(position, 8);
    return littleEndian ? (long) LE64.get(array, index) : (long) BE64.get(array, index);
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
    for (; i + 8 <= stop; i += 8) {
      long hit = zeroBytes((long) LE64.get(array, i) ^ pattern);
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
