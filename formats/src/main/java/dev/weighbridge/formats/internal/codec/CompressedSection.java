package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.HeapShare;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.Objects;

/**
 * A compressed section: what its header says, and the bytes behind it.
 *
 * @param name what errors call it: {@code .debug_info}
 * @param fileStart file offset of its first byte, for errors
 * @param codec how it is compressed
 * @param payload the compressed bytes, without a header of the section
 * @param statedSize bytes after decompression, as stated: not yet to be trusted; -1 if not stated
 * @param alignment of the uncompressed bytes, 0 if not stated
 */
public record CompressedSection(
    String name, long fileStart, Codec codec, Bytes payload, long statedSize, long alignment) {
  private static final int ELFCOMPRESS_ZLIB = 1;
  private static final int ELFCOMPRESS_ZSTD = 2;

  /** Checks that nothing is missing. */
  public CompressedSection {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(payload, "payload");
  }

  /**
   * A section of an ELF file, behind its header. gABI 4, "Section Compression".
   *
   * @param type {@code ch_type}; {@code ELFCOMPRESS_ZLIB} for the older form, which has none
   * @param statedSize {@code ch_size}
   * @param alignment {@code ch_addralign}, 0 if not stated
   * @param payload what follows the header
   * @throws BinaryException if it names an unknown codec or an impossible size
   */
  public static CompressedSection elf(
      String name, long fileStart, int type, long statedSize, long alignment, Bytes payload) {
    Codec codec =
        switch (type) {
          case ELFCOMPRESS_ZLIB -> Codec.ZLIB;
          case ELFCOMPRESS_ZSTD -> Codec.ZSTD;
          default ->
              throw new UnsupportedBinaryException(
                  name + ".ch_type", fileStart, "1 (zlib) or 2 (zstd)", Integer.toString(type));
        };
    if (statedSize < 0) {
      String found = Long.toUnsignedString(statedSize);
      throw malformed(name, fileStart, "a size below 2^63", found);
    }
    return new CompressedSection(name, fileStart, codec, payload, statedSize, alignment);
  }

  /** A section that is one xz file: {@code .gnu_debugdata}. */
  public static CompressedSection xz(String name, long fileStart, Bytes content) {
    return new CompressedSection(name, fileStart, Codec.XZ, content, -1, 0);
  }

  /** The most bytes that may come out, by the limits, the memory and what is stated. */
  long maxSize() {
    long allowed = memoryShare().bytes();
    allowed = Math.min(allowed, maxByRatio());
    return statedSize < 0 ? allowed : Math.min(allowed, statedSize);
  }

  /**
   * Refuses a stated size that cannot be true or is too much.
   *
   * @throws MalformedBinaryException if so few bytes never restore so many
   * @throws UnsupportedBinaryException if they would be more than {@link Limits} or memory allow
   */
  void checkLimits() {
    if (statedSize < 0) {
      return;
    }
    if (statedSize > maxByRatio()) {
      throw malformed(
          "at most " + Limits.MAX_COMPRESSION_RATIO + " times " + payload.length() + " bytes",
          "a stated size of " + statedSize);
    }
    HeapShare most = memoryShare();
    if (statedSize > most.bytes()) {
      throw unsupported(
          "at most " + most.bytes() + " uncompressed bytes" + most.why(),
          Long.toString(statedSize));
    }
  }

  private long maxByRatio() {
    // No ratio bounds the few bytes of a trailer and a header.
    return (payload.length() + 64) * Limits.MAX_COMPRESSION_RATIO;
  }

  /** A quarter of the heap: input, output and what the rest of the program holds must fit too. */
  private static HeapShare memoryShare() {
    return HeapShare.of(Limits.MAX_UNCOMPRESSED, 4);
  }

  MalformedBinaryException malformed(String expected, String found) {
    return malformed(name, fileStart, expected, found);
  }

  UnsupportedBinaryException unsupported(String expected, String found) {
    return new UnsupportedBinaryException(name, fileStart, expected, found);
  }

  private static MalformedBinaryException malformed(
      String name, long fileStart, String expected, String found) {
    return new MalformedBinaryException(name, fileStart, expected, found);
  }
}
