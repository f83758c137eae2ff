package dev.weighbridge.formats.packages;

import java.util.Optional;

/** Contents that are stored as they are. */
final class PlainStream extends ContentStream {
  private final Region region;

  PlainStream(Region region) {
    this.region = region;
  }

  @Override
  int fill(byte[] target, int start, int count) {
    int part = (int) Math.min(count, region.length() - place());
    if (part == 0) {
      return -1;
    }
    region.bytes().copy(place(), target, start, part);
    return part;
  }

  @Override
  long skip(long count) {
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
