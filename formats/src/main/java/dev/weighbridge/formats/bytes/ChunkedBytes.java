package dev.weighbridge.formats.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bytes in several buffers of {@link #CHUNK} bytes, each overlapping the next by {@link #OVERLAP}
 * so that no primitive read straddles a border.
 */
final class ChunkedBytes extends Bytes {
  static final int CHUNK_BITS = 30;
  static final long CHUNK = 1L << CHUNK_BITS;
  static final int OVERLAP = 16;

  private final ByteBuffer[] chunks;
  private final int chunkBits;
  private final long chunkMask;
  private final long base;

  /** Buffer {@code i} holds {@code [i << chunkBits, ((i + 1) << chunkBits) + OVERLAP)}. */
  ChunkedBytes(ByteBuffer[] chunks, int chunkBits, long base, long length, ByteOrder order) {
    super(length, order);
    this.chunks = new ByteBuffer[chunks.length];
    for (int i = 0; i < chunks.length; i++) {
      this.chunks[i] = chunks[i].duplicate().order(order);
    }
    this.chunkBits = chunkBits;
    this.chunkMask = (1L << chunkBits) - 1;
    this.base = base;
  }

  private long at(long position, int size) {
    check(position, size);
    return base + position;
  }

  private ByteBuffer chunk(long at) {
    return chunks[(int) (at >>> chunkBits)];
  }

  @Override
  public Bytes withOrder(ByteOrder newOrder) {
    return newOrder == order()
        ? this
        : new ChunkedBytes(chunks, chunkBits, base, length(), newOrder);
  }

  @Override
  public Bytes slice(long start, long end) {
    check(start, end - start);
    return new ChunkedBytes(chunks, chunkBits, base + start, end - start, order());
  }

  @Override
  public int u8(long position) {
    long at = at(position, 1);
    return chunk(at).get((int) (at & chunkMask)) & 0xFF;
  }

  @Override
  public int u16(long position) {
    long at = at(position, 2);
    return chunk(at).getShort((int) (at & chunkMask)) & 0xFFFF;
  }

  @Override
  public int i32(long position) {
    long at = at(position, 4);
    return chunk(at).getInt((int) (at & chunkMask));
  }

  @Override
  public long i64(long position) {
    long at = at(position, 8);
    return chunk(at).getLong((int) (at & chunkMask));
  }

  @Override
  public void copy(long position, byte[] target, int targetStart, int count) {
    check(position, count);
    long at = base + position;
    int done = 0;
    while (done < count) {
      int offset = (int) (at & chunkMask);
      int part = (int) Math.min(count - done, chunkMask + 1 - offset);
      chunk(at).get(offset, target, targetStart + done, part);
      done += part;
      at += part;
    }
  }

  @Override
  public long indexOf(byte value, long start, long end) {
    check(start, end - start);
    long stop = base + end;
    long pattern = (value & 0xFFL) * 0x0101_0101_0101_0101L;
    boolean littleEndian = isLittleEndian();
    long at = base + start;
    for (; at + 8 <= stop; at += 8) {
      long word = chunk(at).getLong((int) (at & chunkMask));
      long hit = zeroBytes((littleEndian ? word : Long.reverseBytes(word)) ^ pattern);
      if (hit != 0) {
        return at - base + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    for (; at < stop; at++) {
      if (chunk(at).get((int) (at & chunkMask)) == value) {
        return at - base;
      }
    }
    return -1;
  }
}
