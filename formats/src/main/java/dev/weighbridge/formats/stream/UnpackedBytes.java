package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.HeapShare;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/** What comes out of a stream of which nobody knows yet what it restores. */
final class UnpackedBytes extends Restored {
  private final String stream;

  /** Bytes that come out between two questions whether they are still wanted. */
  private static final int BETWEEN_QUESTIONS = 1 << 18;

  private final HeapShare most;
  private long nextQuestion;
  private final CostCurve costs;
  private byte[] array = new byte[1 << 16];
  private int count;

  /**
   * Nothing yet.
   *
   * @param stream its name, for errors
   * @param most bytes that may come out
   * @param costs what they cost
   */
  UnpackedBytes(String stream, HeapShare most, CostCurve costs) {
    this.stream = stream;
    this.most = most;
    this.costs = costs;
  }

  @Override
  long position() {
    return count;
  }

  @Override
  int back(int distance) {
    return distance > count ? 0 : array[count - distance] & 0xFF;
  }

  @Override
  void literal(int value, long cost) {
    reserve(1);
    array[count++] = (byte) value;
    costs.add(1, cost);
  }

  @Override
  void match(long distance, int size, long cost) {
    reserve(size);
    for (int end = count + size; count < end; count++) {
      array[count] = array[count - (int) distance];
    }
    costs.add(size, cost);
  }

  @Override
  void append(byte[] from, int start, int size, long cost) {
    reserve(size);
    System.arraycopy(from, start, array, count, size);
    count += size;
    costs.add(size, cost);
  }

  private void reserve(int size) {
    if (count >= nextQuestion) {
      Work.check();
      nextQuestion = (long) count + BETWEEN_QUESTIONS;
    }
    if (size > most.bytes() - count) {
      throw new UnsupportedBinaryException(
          stream, -1, "contents of at most " + most.bytes() + " bytes" + most.why(), "more");
    }
    if (count + size > array.length) {
      array =
          Arrays.copyOf(array, (int) Math.min(most.bytes(), Math.max(2L * count, count + size)));
    }
  }

  /** All that came out. */
  Bytes bytes() {
    return Bytes.of(Arrays.copyOf(array, count));
  }
}
