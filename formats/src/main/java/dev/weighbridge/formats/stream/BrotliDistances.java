package dev.weighbridge.formats.stream;

import java.util.zip.DataFormatException;

/**
 * The distances of copies: the last four are remembered from meta-block to meta-block. RFC 7932, 4.
 */
final class BrotliDistances {
  /** Codes below this are about the distances used last. */
  static final int REMEMBERED = 16;

  private static final int[] PLACE = {0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
  private static final int[] CHANGE = {0, 0, 0, 0, -1, 1, -2, 2, -3, 3, -1, 1, -2, 2, -3, 3};

  private final long window;

  /** The newest first. */
  private final int[] recent = {4, 11, 15, 16};

  /** None used yet. */
  BrotliDistances(long window) {
    this.window = window;
  }

  /** How far back copies can go where so many bytes have come out. */
  long farthest(long position) {
    return Math.min(window, position);
  }

  /** The distance of a code that is about one used last. */
  int remembered(int code) throws DataFormatException {
    int distance = recent[PLACE[code]] + CHANGE[code];
    if (distance <= 0) {
      throw new DataFormatException("a distance below 1");
    }
    return distance;
  }

  /** Puts a distance first. */
  void remember(int distance) {
    System.arraycopy(recent, 0, recent, 1, recent.length - 1);
    recent[0] = distance;
  }
}
