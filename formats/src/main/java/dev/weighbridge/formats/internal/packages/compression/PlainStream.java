package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import java.util.Optional;

/** Contents that are stored as they are. */
public final class PlainStream extends ContentStream {
  private final Region region;

  public PlainStream(Region region) {
    this.region = region;
  }

  @Override
  protected int fill(byte[] target, int start, int count) {
    int part = (int) Math.min(count, region.length() - place());
    if (part == 0) {
      return -1;
    }
    region.bytes().copy(place(), target, start, part);
    return part;
  }

  @Override
  public long skip(long count) {
    long part = Math.min(count, region.length() - place());
    passed(part);
    return part;
  }

  @Override
  public Optional<Region> rest() {
    return Optional.of(region.slice(place(), region.length()));
  }

  @Override
  public long used() {
    return region.shares().upTo(place());
  }
}
