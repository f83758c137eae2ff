package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.Locale;

/**
 * The file that a stream is to restore, as it comes out: every byte is compared with the one that
 * belongs there, so that nothing is kept and no stream can bring more than the file has.
 */
final class RestoredFile extends Restored {
  private final String stream;
  private final Bytes file;
  private final CostCurve costs;
  private long position;

  /**
   * Nothing restored yet.
   *
   * @param stream the name of the stream, for errors
   * @param file what is to come out
   */
  RestoredFile(String stream, Bytes file, CostCurve costs) {
    this.stream = stream;
    this.file = file;
    this.costs = costs;
  }

  @Override
  long position() {
    return position;
  }

  @Override
  int back(int distance) {
    return distance > position ? 0 : file.u8(position - distance);
  }

  @Override
  void literal(int value, long cost) {
    if (position == file.length()) {
      throw tooLong();
    }
    if (file.u8(position) != value) {
      throw different(position, value);
    }
    position++;
    costs.add(1, cost);
  }

  @Override
  void match(long distance, int size, long cost) {
    if (size > file.length() - position) {
      throw tooLong();
    }
    for (int i = 0; i < size; i++, position++) {
      int value = file.u8(position - distance);
      if (file.u8(position) != value) {
        throw different(position, value);
      }
    }
    costs.add(size, cost);
  }

  @Override
  void append(byte[] array, int start, int size, long cost) {
    if (size > file.length() - position) {
      throw tooLong();
    }
    for (int i = start; i < start + size; i++, position++) {
      if (file.u8(position) != (array[i] & 0xFF)) {
        throw different(position, array[i] & 0xFF);
      }
    }
    costs.add(size, cost);
  }

  /** Nothing more comes out. */
  void end() {
    if (position < file.length()) {
      throw not("the end after " + position);
    }
  }

  private UnsupportedBinaryException different(long place, int value) {
    int expected = file.u8(place);
    return not(
        String.format(
            Locale.ROOT, "0x%02x instead of 0x%02x at 0x%X of them", value, expected, place));
  }

  private UnsupportedBinaryException tooLong() {
    return not("more");
  }

  private UnsupportedBinaryException not(String found) {
    String expected = "the " + file.length() + " bytes of the weighed file, compressed";
    return new UnsupportedBinaryException(stream, -1, expected, found);
  }
}
