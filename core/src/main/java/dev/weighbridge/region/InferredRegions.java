package dev.weighbridge.region;

import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.region.LoadedRanges.Loaded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Regions that follow from where sections lie: neighbours are one region. Where some are stored
 * elsewhere than they run, that is flash, and where they run is RAM; else it is just memory. How
 * long a region is nobody knows; it ends with what lies in it.
 */
final class InferredRegions {
  /** What lies nearer than this is in one region: chips have their memories further apart. */
  private static final long NEAR = 1L << 20;

  /** A use of addresses: at which, and what for. */
  private record Use(long start, long end, boolean isStore, boolean isRun) {}

  private InferredRegions() {}

  static MemoryMap of(LoadedRanges loaded) {
    List<Use> uses = new ArrayList<>();
    boolean isCopied = false;
    for (Loaded range : loaded.ranges()) {
      boolean moves = range.isStored() && range.shift() != 0;
      isCopied |= moves;
      boolean isRun = moves || !range.isStored();
      uses.add(new Use(range.address(), range.address() + range.size(), false, isRun));
      if (moves) {
        long start = range.loadAddress();
        uses.add(new Use(start, start + range.size(), true, false));
      }
    }
    uses.sort((one, other) -> Long.compareUnsigned(one.start(), other.start()));
    return new MemoryMap(regions(uses, isCopied), "");
  }

  private static List<MemoryRegion> regions(List<Use> uses, boolean isCopied) {
    List<MemoryRegion> regions = new ArrayList<>();
    Map<String, Integer> named = new HashMap<>();
    int first = 0;
    while (first < uses.size()) {
      long end = uses.get(first).end();
      int next = first + 1;
      while (next < uses.size() && isNear(end, uses.get(next).start())) {
        long other = uses.get(next++).end();
        end = Long.compareUnsigned(other, end) > 0 ? other : end;
      }
      String name = isCopied ? name(uses.subList(first, next)) : "MEMORY";
      int number = named.merge(name, 1, Integer::sum);
      long start = uses.get(first).start();
      if (Long.compareUnsigned(start, end) < 0 && end - start > 0) {
        regions.add(new MemoryRegion(number == 1 ? name : name + number, start, end - start, ""));
      }
      first = next;
    }
    return regions;
  }

  private static boolean isNear(long end, long start) {
    return Long.compareUnsigned(start, end) <= 0 || (start - end <= NEAR && start - end >= 0);
  }

  /** What something is stored in is flash, what is only run or zeroed is RAM. */
  private static String name(List<Use> uses) {
    boolean isFlash = uses.stream().anyMatch(Use::isStore);
    return !isFlash && uses.stream().anyMatch(Use::isRun) ? "RAM" : "FLASH";
  }
}
