package dev.weighbridge.formats.elf.headers;

/**
 * The header in front of a compressed section's bytes, {@code Elf32_Chdr} or {@code Elf64_Chdr}.
 * gabi 4, section compression. Also stands for the older GNU form ("ZLIB" and eight bytes).
 *
 * @param type {@code ELFCOMPRESS_ZLIB} or {@code ELFCOMPRESS_ZSTD}, raw if unknown
 * @param uncompressedSize bytes after decompression, as stated: do not trust it
 * @param alignment of the uncompressed bytes; 0 if the older form does not tell
 * @param fileStart first byte of this header in the file
 * @param fileEnd end of this header, exclusive: where the compressed bytes start
 */
public record ElfCompression(
    int type, long uncompressedSize, long alignment, long fileStart, long fileEnd) {}
