package dev.weighbridge.region;

import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.region.LoadedRanges.Loaded;
import java.util.ArrayList;
import java.util.List;

/**
 * How far regions are filled, and how much of that sections have: addresses, not bytes, as overlays
 * take the same ones. What goes on over the end of a region lies in the next one if there is one
 * right behind, and is too much for the first if not.
 */
final class RegionFill {
  /** Addresses counted from the start of a region. */
  private record Piece(long start, long end) {}

  private final List<MemoryRegion> regions;

  private RegionFill(List<MemoryRegion> regions) {
    this.regions = regions;
  }

  static List<RegionUse> of(LoadedRanges loaded, MemoryMap map, boolean isInferred) {
    RegionFill fill = new RegionFill(map.regions());
    List<RegionUse> uses = new ArrayList<>();
    for (MemoryRegion region : map.regions()) {
      List<Piece> pieces = new ArrayList<>();
      for (Loaded range : loaded.ranges()) {
        fill.add(region, range.address(), range.size(), pieces);
        if (range.isStored()) {
          fill.add(region, range.loadAddress(), range.size(), pieces);
        }
      }
      uses.add(use(region, isInferred, pieces));
    }
    return List.copyOf(uses);
  }

  /** What of a range of addresses lies in a region, or is too much for it. */
  private void add(MemoryRegion region, long address, long size, List<Piece> pieces) {
    if (region.overlap(address, size) == 0) {
      return;
    }
    long start = region.contains(address) ? address - region.start() : 0;
    long end = address - region.start() + size;
    boolean isOver = Long.compareUnsigned(end, region.length()) > 0;
    pieces.add(new Piece(start, isOver ? region.length() + beyond(region, end) : end));
  }

  /** How much of what goes on over the end of a region lies before the next one begins. */
  private long beyond(MemoryRegion region, long end) {
    long limit = region.start() + region.length();
    long over = end - region.length();
    for (MemoryRegion other : regions) {
      if (Long.compareUnsigned(other.start() - limit, over) < 0) {
        over = other.start() - limit;
      }
    }
    return over;
  }

  private static RegionUse use(MemoryRegion region, boolean isInferred, List<Piece> pieces) {
    pieces.sort((one, other) -> Long.compare(one.start(), other.start()));
    long used = 0;
    long occupied = 0;
    for (Piece piece : pieces) {
      occupied += Math.max(0, piece.end() - Math.max(used, piece.start()));
      used = Math.max(used, piece.end());
    }
    return new RegionUse(region, isInferred, used, occupied);
  }
}
