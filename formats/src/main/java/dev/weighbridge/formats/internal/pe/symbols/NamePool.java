package dev.weighbridge.formats.internal.pe.symbols;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Names that the file does not have in one piece, put together one after the other. */
public final class NamePool {
  private byte[] array = new byte[1 << 10];
  private int size;

  /** An empty pool. */
  public NamePool() {}

  /** Bytes so far: where the next name starts. */
  public int size() {
    return size;
  }

  /** Adds a text and returns its length in bytes. */
  public int add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(bytes.length);
    System.arraycopy(bytes, 0, array, size, bytes.length);
    size += bytes.length;
    return bytes.length;
  }

  /** Adds bytes of another view. */
  public void add(Bytes from, long start, int length) {
    room(length);
    from.copy(start, array, size, length);
    size += length;
  }

  private void room(int length) {
    int needed = Math.addExact(size, length);
    if (needed > array.length) {
      long grown = Math.min(Integer.MAX_VALUE - 16L, needed + (needed >> 1));
      array = Arrays.copyOf(array, (int) Math.max(needed, grown));
    }
  }

  /** The names; the pool must not be used afterwards. */
  public Bytes freeze() {
    return Bytes.of(Arrays.copyOf(array, size));
  }
}
