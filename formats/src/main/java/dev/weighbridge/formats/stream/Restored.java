package dev.weighbridge.formats.stream;

/** What comes out of a stream, byte by byte, with what it costs. */
abstract class Restored {
  /** How many bytes have come out. */
  abstract long position();

  /** A byte that came out before; 0 before the first. */
  abstract int back(int distance);

  /** One byte comes out. */
  abstract void literal(int value, long cost);

  /**
   * Bytes come out again.
   *
   * @param distance how far back they start; not more than has come out
   */
  abstract void match(long distance, int size, long cost);

  /** Bytes of an array come out, which share a cost evenly. */
  abstract void append(byte[] array, int start, int size, long cost);
}
