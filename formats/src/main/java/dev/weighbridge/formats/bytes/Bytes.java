package dev.weighbridge.formats.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file, or of a part of one: absolute reads by a {@code long} position.
 *
 * <p>Positions count from the start of this view; {@link #slice} makes a view of a part. The byte
 * order is a property of the view. All reads check the position; a read that does not fit throws
 * {@link IndexOutOfBoundsException} and never returns invented bytes; of a mapped file that became
 * shorter meanwhile see {@link ChangedFileException}. Views are immutable and may be used by
 * several threads.
 *
 * <p>There are exactly two implementations, both below. A third would make every call site
 * megamorphic, which costs eight to twelve times the time of a read.
 */
public abstract sealed class Bytes permits Bytes.Single, Bytes.Chunked {
  private final long length;
  private final ByteOrder order;

  Bytes(long length, ByteOrder order) {
    this.length = length;
    this.order = order;
  }

  /** A little-endian view of an array. The array is not copied and must not change. */
  public static Bytes of(byte[] array) {
    Objects.requireNonNull(array, "array");
    return new Single(array, 0, array.length, ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes this view has. */
  public final long length() {
    return length;
  }

  /** The byte order of multi-byte reads. */
  public final ByteOrder order() {
    return order;
  }

  /** Whether multi-byte reads are little-endian. */
  public final boolean isLittleEndian() {
    return order == ByteOrder.LITTLE_ENDIAN;
  }

  /** Whether {@code [start, start + size)} lies in this view; safe against overflow. */
  public final boolean contains(long start, long size) {
    return start >= 0 && size >= 0 && start <= length && size <= length - start;
  }

  /** The same bytes, read in another byte order. */
  public abstract Bytes withOrder(ByteOrder order);

  /**
   * A view of the bytes {@code [start, end)} of this view.
   *
   * @throws IndexOutOfBoundsException if the range does not fit
   */
  public abstract Bytes slice(long start, long end);

  /**
   * Lets go of a mapped file: every view of it, in every thread, throws an {@link
   * IllegalStateException} from now on, and the mapping ends when the virtual machine next collects
   * garbage. Bytes in memory stay as they are.
   */
  public void release() {}

  /** The byte at a position, 0 to 255. */
  public abstract int u8(long position);

  /** Two bytes, 0 to 65535. */
  public abstract int u16(long position);

  /** Four bytes, signed. */
  public abstract int i32(long position);

  /** Eight bytes, signed; an unsigned value above 2^63 shows as negative. */
  public abstract long i64(long position);

  /** Four bytes, 0 to 2^32-1. */
  public final long u32(long position) {
    return i32(position) & 0xFFFF_FFFFL;
  }

  /**
   * Copies bytes out.
   *
   * @throws IndexOutOfBoundsException if either range does not fit
   */
  public abstract void copy(long position, byte[] target, int targetStart, int count);

  /**
   * Position of the first byte equal to {@code value} in {@code [start, end)}, or -1 if none.
   *
   * @throws IndexOutOfBoundsException if the range does not fit
   */
  public abstract long indexOf(byte value, long start, long end);

  /** A copy of the bytes {@code [start, end)}; the range must be shorter than 2 GiB. */
  public final byte[] toArray(long start, long end) {
    check(start, end - start);
    byte[] copy = new byte[Math.toIntExact(end - start)];
    copy(start, copy, 0, copy.length);
    return copy;
  }

  /** The bytes {@code [start, end)} as text; bytes that are not UTF-8 become U+FFFD. */
  public final String text(long start, long end) {
    return new String(toArray(start, end), StandardCharsets.UTF_8);
  }

  @Override
  public final String toString() {
    return length + (isLittleEndian() ? " little-endian bytes" : " big-endian bytes");
  }

  final void check(long position, long size) {
    if (position < 0 || size < 0 || position > length - size) {
      throw new IndexOutOfBoundsException(
          "bytes [" + position + ", +" + size + ") of " + length + " bytes");
    }
  }

  /** A word with 0x80 in each byte of {@code word} that is zero (only the lowest one is exact). */
  static long zeroBytes(long word) {
    return (word - 0x0101_0101_0101_0101L) & ~word & 0x8080_8080_8080_8080L;
  }

  /**
   * Bytes on the heap, in one array. Read through a buffer rather than a variable handle: as fast
   * once compiled, and a new process need not bind it.
   */
  static final class Single extends Bytes {
    private final byte[] array;
    private final int base;
    private final ByteBuffer buffer;

    Single(byte[] array, int base, int length, ByteOrder order) {
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
      return newOrder == order() ? this : new Single(array, base, (int) length(), newOrder);
    }

    @Override
    public Bytes slice(long start, long end) {
      check(start, end - start);
      return new Single(array, base + (int) start, (int) (end - start), order());
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

  /**
   * Bytes in several buffers of {@link #CHUNK} bytes, each overlapping the next by {@link #OVERLAP}
   * so that no primitive read straddles a border.
   */
  static final class Chunked extends Bytes {
    static final int CHUNK_BITS = 30;
    static final long CHUNK = 1L << CHUNK_BITS;
    static final int OVERLAP = 16;

    /** In our order of bytes; shared by all views of a file, and empty of buffers once released. */
    private final ByteBuffer[] chunks;

    /** The same in the other order. */
    private final ByteBuffer[] turned;

    private final int chunkBits;
    private final long chunkMask;
    private final long base;

    /** Buffer {@code i} holds {@code [i << chunkBits, ((i + 1) << chunkBits) + OVERLAP)}. */
    Chunked(ByteBuffer[] chunks, int chunkBits, long base, long length, ByteOrder order) {
      this(inOrder(chunks, order), inOrder(chunks, other(order)), chunkBits, base, length, order);
    }

    private Chunked(
        ByteBuffer[] inThisOrder,
        ByteBuffer[] inTheOther,
        int chunkBits,
        long base,
        long length,
        ByteOrder order) {
      super(length, order);
      this.chunks = inThisOrder;
      this.turned = inTheOther;
      this.chunkBits = chunkBits;
      this.chunkMask = (1L << chunkBits) - 1;
      this.base = base;
    }

    private static ByteBuffer[] inOrder(ByteBuffer[] chunks, ByteOrder order) {
      ByteBuffer[] ordered = new ByteBuffer[chunks.length];
      for (int i = 0; i < chunks.length; i++) {
        ordered[i] = chunks[i].duplicate().order(order);
      }
      return ordered;
    }

    private static ByteOrder other(ByteOrder order) {
      return order == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private long at(long position, int size) {
      check(position, size);
      return base + position;
    }

    private ByteBuffer chunk(long at) {
      @Nullable ByteBuffer chunk = chunks[(int) (at >>> chunkBits)];
      if (chunk == null) {
        throw new IllegalStateException("expected bytes of an open file, found it closed");
      }
      return chunk;
    }

    @Override
    @SuppressWarnings("NullAway") // Readers look for it, see chunk.
    public void release() {
      Arrays.fill(chunks, null);
      Arrays.fill(turned, null);
    }

    @Override
    public Bytes withOrder(ByteOrder newOrder) {
      return newOrder == order()
          ? this
          : new Chunked(turned, chunks, chunkBits, base, length(), newOrder);
    }

    @Override
    public Bytes slice(long start, long end) {
      check(start, end - start);
      return new Chunked(chunks, turned, chunkBits, base + start, end - start, order());
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
}
