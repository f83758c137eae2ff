package dev.weighbridge.formats.internal.codec;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * The bytes that come out of a decoder: grows as they come, so that a section that merely claims to
 * be large costs nothing.
 */
final class Output implements ZstdSink {
  private static final int FIRST = 1 << 16;
  private static final int TYPICAL_RATIO = 4;

  private final CompressedSection section;
  private final int max;
  private byte[] array;
  private int count;

  Output(CompressedSection section) {
    this(section, (int) section.maxSize());
  }

  /**
   * The output of a section.
   *
   * @param max how many bytes there may be at one time
   */
  Output(CompressedSection section, int max) {
    this.section = section;
    this.max = max;
    long typical = Math.max(FIRST, section.payload().length() * TYPICAL_RATIO);
    this.array = new byte[(int) Math.min(max, typical)];
  }

  /** Where the next bytes go; with {@link #room} behind {@link #count}. */
  byte[] array() {
    return array;
  }

  /** How many bytes there are. */
  int count() {
    return count;
  }

  /** Room for more bytes, at least one unless all allowed ones are there. */
  int room() {
    if (count == array.length && count < max) {
      array = Arrays.copyOf(array, (int) Math.min(max, 4L * count + FIRST));
    }
    return array.length - count;
  }

  /** More bytes were put behind the others. */
  void added(int bytes) {
    count += bytes;
  }

  @Override
  public void append(byte[] source, int start, int size, byte[] bits) {
    reserve(size);
    System.arraycopy(source, start, array, count, size);
    count += size;
  }

  @Override
  public void fill(byte value, int size) {
    reserve(size);
    Arrays.fill(array, count, count + size, value);
    count += size;
  }

  @Override
  public void repeat(int distance, int size, int bits) throws DataFormatException {
    if (distance > count) {
      throw new DataFormatException("an offset before the start of the data");
    }
    reserve(size);
    if (distance >= size) {
      System.arraycopy(array, count - distance, array, count, size);
      count += size;
      return;
    }
    for (int end = count + size; count < end; count++) {
      array[count] = array[count - distance];
    }
  }

  /** Drops all but the last bytes, of which there must be so many. */
  void forget(int allBut) {
    System.arraycopy(array, count - allBut, array, 0, allBut);
    count = allBut;
  }

  private void reserve(int size) {
    if (size > max - count) {
      throw tooMany();
    }
    if (size > array.length - count) {
      array = Arrays.copyOf(array, (int) Math.min(max, Math.max(count + size, 4L * count)));
    }
  }

  /** Whether no more bytes are allowed. */
  boolean isFull() {
    return count == max;
  }

  /** All bytes, if they are as many as stated. */
  byte[] finish() {
    if (section.statedSize() >= 0 && count != section.statedSize()) {
      throw section.malformed(
          section.statedSize() + " uncompressed bytes", "the end after " + count);
    }
    return count == array.length ? array : Arrays.copyOf(array, count);
  }

  /** The defect of having more bytes than allowed. */
  RuntimeException tooMany() {
    return section.statedSize() == max
        ? section.malformed(max + " uncompressed bytes", "more")
        : section.unsupported("at most " + max + " uncompressed bytes", "more");
  }
}
