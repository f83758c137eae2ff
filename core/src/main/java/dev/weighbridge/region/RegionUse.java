package dev.weighbridge.region;

import dev.weighbridge.formats.linkermap.MemoryRegion;
import java.util.Objects;

/**
 * What of a program lies in a region of memory.
 *
 * @param region the region; where it is inferred, its length is what is used
 * @param isInferred whether the region follows from the segments, so that nobody knows how long it
 *     is
 * @param used bytes from the start of the region to the end of the last section in it, as {@code ld
 *     --print-memory-usage} counts
 * @param occupied addresses that sections take in it, each once although several may be laid over
 *     each other; the rest of {@code used} are gaps between them
 */
public record RegionUse(MemoryRegion region, boolean isInferred, long used, long occupied) {
  /** Refuses null. */
  public RegionUse {
    Objects.requireNonNull(region, "region");
  }

  /** Bytes used that no section has. */
  public long gaps() {
    return Math.max(0, used - occupied);
  }

  /** Bytes behind the last section; negative if that reaches over the end of the region. */
  public long free() {
    return region.length() - used;
  }
}
