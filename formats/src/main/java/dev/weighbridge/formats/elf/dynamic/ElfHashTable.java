package dev.weighbridge.formats.elf.dynamic;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_HASH;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.Objects;
import java.util.Optional;

/**
 * The hash table by which the dynamic linker finds symbols, {@code .hash}. gabi 5, hash table.
 *
 * <p>Its words have four bytes, on some 64-bit machines (s390x, alpha) eight.
 *
 * @param bucketCount how many buckets it has
 * @param chainCount how many chain words it has: one for each dynamic symbol; only those inside the
 *     section are counted
 * @param wordSize bytes of a word: 4 or 8
 * @param fileStart first byte in the file
 * @param fileEnd end in the file, exclusive
 */
public record ElfHashTable(
    long bucketCount, int chainCount, int wordSize, long fileStart, long fileEnd) {

  /** Reads the table; empty if there is none or it is cut short. */
  public static Optional<ElfHashTable> read(ElfImage image) {
    Objects.requireNonNull(image, "image");
    ElfSection table = image.first(SHT_HASH);
    return table == null
        ? Optional.empty()
        : read(image.content(table), image.start(table), table.entrySize() == 8 ? 8 : 4);
  }

  private static Optional<ElfHashTable> read(Bytes bytes, long fileStart, int wordSize) {
    if (!bytes.contains(0, 2L * wordSize)) {
      return Optional.empty();
    }
    long buckets = word(bytes, 0, wordSize);
    long chains = word(bytes, wordSize, wordSize);
    long words = bytes.length() / wordSize - 2;
    if (buckets < 0 || buckets > words) {
      return Optional.empty();
    }
    int fits =
        (int) Math.min(Integer.MAX_VALUE, Math.min(chains & Long.MAX_VALUE, words - buckets));
    long end = fileStart + (2 + buckets + fits) * wordSize;
    return Optional.of(new ElfHashTable(buckets, fits, wordSize, fileStart, end));
  }

  private static long word(Bytes bytes, long at, int wordSize) {
    return wordSize == 8 ? bytes.i64(at) : bytes.u32(at);
  }

  /** File offset of the chain word of a dynamic symbol's row, below {@link #chainCount}. */
  public long chainStart(int row) {
    return fileStart + (2 + bucketCount + row) * wordSize;
  }
}
