package dev.weighbridge.formats.internal.codec;

/** How the bytes of a section are compressed. */
public enum Codec {
  /** {@code ELFCOMPRESS_ZLIB}: RFC 1950. */
  ZLIB,
  /** {@code ELFCOMPRESS_ZSTD}: RFC 8878. */
  ZSTD,
  /** The .xz format 1.1.0, as in {@code .gnu_debugdata}. */
  XZ
}
