package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.BinaryException;
import dev.weighbridge.formats.Limits;
import dev.weighbridge.formats.MalformedBinaryException;
import dev.weighbridge.formats.UnsupportedBinaryException;
import dev.weighbridge.formats.bytes.Bytes;
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
  private static final int GNU_HEADER = 12;

  /** Checks that nothing is missing. */
  public CompressedSection {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(payload, "payload");
  }

  /**
   * A section with {@code SHF_COMPRESSED}: {@code Elf32_Chdr} or {@code Elf64_Chdr}, then the
   * payload. gABI 4, "Section Compression".
   *
   * @param content all its bytes, in the byte order of the file
   * @throws BinaryException if the header is cut or names an unknown codec
   */
  public static CompressedSection elf(String name, long fileStart, Bytes content, boolean is64Bit) {
    int header = is64Bit ? 24 : 12;
    if (content.length() < header) {
      throw malformed(name, fileStart, header + " bytes of a header", content.length() + " bytes");
    }
    int type = content.i32(0);
    long size = is64Bit ? content.i64(8) : content.u32(4);
    long alignment = is64Bit ? content.i64(16) : content.u32(8);
    Codec codec =
        switch (type) {
          case ELFCOMPRESS_ZLIB -> Codec.ZLIB;
          case ELFCOMPRESS_ZSTD -> Codec.ZSTD;
          default ->
              throw new UnsupportedBinaryException(
                  name + ".ch_type", fileStart, "1 (zlib) or 2 (zstd)", Integer.toString(type));
        };
    Bytes payload = content.slice(header, content.length());
    return new CompressedSection(
        name, fileStart, codec, payload, checked(name, fileStart, size), alignment);
  }

  /**
   * A section of the older GNU form, {@code .zdebug_...}: {@code ZLIB}, the size as eight bytes in
   * big-endian order whatever the file's, then the payload. binutils, {@code bfd/compress.c}.
   *
   * @throws BinaryException if it does not begin so
   */
  public static CompressedSection gnu(String name, long fileStart, Bytes content) {
    if (content.length() < GNU_HEADER || !content.text(0, 4).equals("ZLIB")) {
      throw malformed(name, fileStart, "\"ZLIB\" and a size", content.length() + " other bytes");
    }
    long size = 0;
    for (int i = 4; i < GNU_HEADER; i++) {
      size = size << 8 | content.u8(i);
    }
    Bytes payload = content.slice(GNU_HEADER, content.length());
    return new CompressedSection(
        name, fileStart, Codec.ZLIB, payload, checked(name, fileStart, size), 0);
  }

  /** A section that is one xz file: {@code .gnu_debugdata}. */
  public static CompressedSection xz(String name, long fileStart, Bytes content) {
    return new CompressedSection(name, fileStart, Codec.XZ, content, -1, 0);
  }

  private static long checked(String name, long fileStart, long size) {
    if (size < 0) {
      throw malformed(name, fileStart, "a size below 2^63", Long.toUnsignedString(size));
    }
    return size;
  }

  /**
   * The uncompressed bytes, in the byte order of the payload.
   *
   * @throws MalformedBinaryException if they cannot be restored or are not as many as stated
   * @throws UnsupportedBinaryException if they would be more than {@link Limits} or memory allow
   */
  public Bytes decompress() {
    checkLimits();
    byte[] restored =
        switch (codec) {
          case ZLIB -> ZlibDecoder.decode(this);
          case ZSTD -> ZstdDecoder.decode(this);
          case XZ -> XzDecoder.decode(this);
        };
    return Bytes.of(restored).withOrder(payload.order());
  }

  /** The most bytes that may come out, by the limits, the memory and what is stated. */
  long maxSize() {
    long allowed = Math.min(Limits.MAX_UNCOMPRESSED, memoryShare());
    allowed = Math.min(allowed, maxByRatio());
    return statedSize < 0 ? allowed : Math.min(allowed, statedSize);
  }

  private void checkLimits() {
    if (statedSize < 0) {
      return;
    }
    if (statedSize > maxByRatio()) {
      throw malformed(
          "at most " + Limits.MAX_COMPRESSION_RATIO + " times " + payload.length() + " bytes",
          "a stated size of " + statedSize);
    }
    long most = Math.min(Limits.MAX_UNCOMPRESSED, memoryShare());
    if (statedSize > most) {
      throw unsupported("at most " + most + " uncompressed bytes", Long.toString(statedSize));
    }
  }

  private long maxByRatio() {
    // No ratio bounds the few bytes of a trailer and a header.
    return (payload.length() + 64) * Limits.MAX_COMPRESSION_RATIO;
  }

  /** A quarter of the heap: input, output and what the rest of the program holds must fit too. */
  private static long memoryShare() {
    return Runtime.getRuntime().maxMemory() / 4;
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
