package dev.weighbridge.formats.elf.dynamic;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_GNU_HASH;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.Objects;
import java.util.Optional;

/**
 * The GNU hash table by which the dynamic linker finds defined symbols, {@code .gnu.hash}.
 *
 * <p>It is a Bloom filter, buckets, and one chain word for each symbol from {@code firstSymbol} on.
 *
 * @param bucketCount how many buckets it has
 * @param firstSymbol row of the first dynamic symbol that it can find
 * @param filterWords how many address-sized words the Bloom filter has
 * @param filterShift by how many bits the second hash of the filter is shifted
 * @param chainCount how many chain words lie inside the section
 * @param chainStart file offset of the first chain word; each has four bytes
 * @param fileStart first byte in the file
 * @param fileEnd end in the file, exclusive
 */
public record ElfGnuHashTable(
    long bucketCount,
    int firstSymbol,
    long filterWords,
    int filterShift,
    int chainCount,
    long chainStart,
    long fileStart,
    long fileEnd) {
  private static final int HEADER = 16;

  /** Reads the table; empty if there is none or it is cut short. */
  public static Optional<ElfGnuHashTable> read(ElfImage image) {
    Objects.requireNonNull(image, "image");
    ElfSection table = image.first(SHT_GNU_HASH);
    return table == null
        ? Optional.empty()
        : read(image.content(table), image.start(table), image.header().addressBytes());
  }

  private static Optional<ElfGnuHashTable> read(Bytes bytes, long fileStart, int addressBytes) {
    if (!bytes.contains(0, HEADER)) {
      return Optional.empty();
    }
    long buckets = bytes.u32(0);
    long firstSymbol = bytes.u32(4);
    long filterWords = bytes.u32(8);
    long chains = HEADER + filterWords * addressBytes + 4 * buckets;
    if (chains > bytes.length() || firstSymbol > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    int count = (int) Math.min(Integer.MAX_VALUE, (bytes.length() - chains) / 4);
    return Optional.of(
        new ElfGnuHashTable(
            buckets,
            (int) firstSymbol,
            filterWords,
            bytes.i32(12),
            count,
            fileStart + chains,
            fileStart,
            fileStart + chains + 4L * count));
  }
}
