package dev.weighbridge.formats.internal.codec;

import java.util.zip.DataFormatException;

/**
 * Where the bytes of Zstandard data go, each with the bits that make it. Whoever wants only the
 * bytes leaves out what has a body here.
 */
public interface ZstdSink {
  /** A frame begins: matches go back no further. */
  default void beginFrame() {}

  /** A block begins: its header and tables are bits of all its bytes. */
  default void beginBlock() {}

  /**
   * Literals.
   *
   * @param bits how many bits make a literal, by its value
   */
  void append(byte[] source, int start, int size, byte[] bits) throws DataFormatException;

  /** One byte many times, of a block that has bits for nothing else. */
  void fill(byte value, int size) throws DataFormatException;

  /**
   * Bytes that came out before, which may be among those that are being added.
   *
   * @param distance how far back they start
   * @param bits how many bits make them all
   */
  void repeat(int distance, int size, int bits) throws DataFormatException;

  /**
   * A block ends.
   *
   * @param bits how many it has in all
   */
  default void endBlock(long bits) {}

  /**
   * A frame ends.
   *
   * @param checksum of what came out of it, unsigned; -1 if it has none
   */
  default void endFrame(long checksum) throws DataFormatException {}

  /** Bits that make no byte. */
  default void frame(long bits) {}
}
