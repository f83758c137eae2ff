package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.internal.codec.ZstdBlocks;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;

/** The contents of zstd frames that follow each other: RFC 8878. */
public final class ZstdStream extends ContentStream {
  private final Region region;
  private final ZstdBlocks blocks;
  private int taken;

  public ZstdStream(Region region, String structure) {
    this.region = region;
    blocks = new ZstdBlocks(structure, region.bytes());
  }

  @Override
  protected int fill(byte[] target, int start, int count) {
    while (taken == blocks.size()) {
      if (!blocks.next()) {
        return -1;
      }
      taken = 0;
    }
    int part = Math.min(count, blocks.size() - taken);
    blocks.copy(taken, target, start, part);
    taken += part;
    return part;
  }

  @Override
  public long used() {
    long packed = blocks.packedEnd() - blocks.packedStart();
    return region
        .shares()
        .upTo(blocks.packedStart() + SampledShares.between(packed, taken, blocks.size()));
  }
}
