package dev.weighbridge.formats.macho.headers;

/**
 * The header of a universal file: {@code fat_header}. fat.h.
 *
 * @param is64Bit whether offsets have 64 bits: {@code FAT_MAGIC_64}
 * @param count {@code nfat_arch}, 0 to 2^32-1, as stated
 */
public record FatHeader(boolean is64Bit, long count) {
  /** First byte in the file: 0. */
  public long fileStart() {
    return 0;
  }

  /** End in the file, exclusive; the rows of the architectures follow. */
  public long fileEnd() {
    return 8;
  }
}
