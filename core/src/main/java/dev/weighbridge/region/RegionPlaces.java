package dev.weighbridge.region;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.linkermap.MemoryRegion;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * In which regions of memory the bytes of a file lie: where they run, and where they are stored
 * before that. Immutable; made once for a file and a memory map, then kept.
 */
public final class RegionPlaces {
  /** What to ask an attribution for. */
  private record Key(MemoryMap map) implements DerivedKey<RegionPlaces> {
    @Override
    public String name() {
      return "regions of memory";
    }

    @Override
    public RegionPlaces derive(Attribution attribution, Work work) {
      return new RegionPlaces(attribution, map);
    }
  }

  private final MemoryMap map;
  private final boolean isInferred;
  private final LoadedRanges loaded;
  private final List<RegionUse> uses;
  private final long[] cuts;

  private RegionPlaces(Attribution attribution, MemoryMap given) {
    loaded = new LoadedRanges(attribution);
    isInferred = given.isInferred();
    map = isInferred ? InferredRegions.of(loaded) : given;
    uses = RegionFill.of(loaded, map, isInferred);
    cuts = isInferred ? new long[0] : findCuts(attribution);
  }

  /** The places of a file's bytes, by the regions told or, if none are, by those inferred. */
  public static RegionPlaces of(Attribution attribution, MemoryMap map) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(map, "map");
    return attribution.uncut().get(new Key(map));
  }

  /** The regions. */
  public MemoryMap map() {
    return map;
  }

  /** What lies in each region, in the order of {@link #map}. */
  public List<RegionUse> uses() {
    return uses;
  }

  /** The index of a region; -1 if there is none of the name. */
  public int indexOf(String name) {
    Objects.requireNonNull(name, "name");
    return map.names().indexOf(name);
  }

  /**
   * Where spans must be cut so that each lies in one region.
   *
   * @return ascending places
   */
  public long[] cuts() {
    return cuts.clone();
  }

  /**
   * How many bytes of a span lie in a region, where they run or where they are stored; bytes that
   * do both there count once.
   *
   * @param attribution the one asked for these, or one cut from it
   */
  public long bytes(Attribution attribution, int span, int region) {
    Objects.requireNonNull(attribution, "attribution");
    Partition partition = attribution.partition();
    long shift = shift(partition, span);
    if (shift == LoadedRanges.UNPLACED || !isPlaced(attribution, span)) {
      return 0;
    }
    MemoryRegion range = map.regions().get(region);
    long size = partition.end(span) - partition.start(span);
    long address = attribution.address(span);
    long run = range.overlap(address, size);
    if (shift == 0 || shift == LoadedRanges.NOWHERE || partition.isMemoryOnly(span)) {
      return run;
    }
    long stored = range.overlap(address + shift, size);
    return run == 0 || stored == 0 ? run + stored : either(range, address, shift, size);
  }

  /**
   * How many bytes of all spans lie in a region; more than it has addresses if some are laid over
   * others.
   *
   * @param attribution the one asked for these, or one cut from it
   */
  public long bytes(Attribution attribution, int region) {
    Objects.requireNonNull(attribution, "attribution");
    long sum = 0;
    for (int span = 0; span < attribution.partition().spanCount(); span++) {
      sum += bytes(attribution, span, region);
    }
    return sum;
  }

  /** Bytes of which at least one of both addresses lies in a region, where both some do. */
  private static long either(MemoryRegion range, long address, long shift, long size) {
    long first = Math.max(0, range.start() - address);
    long last = Math.min(size, range.start() + range.length() - address);
    long firstStored = Math.max(0, range.start() - address - shift);
    long lastStored = Math.min(size, range.start() + range.length() - address - shift);
    long both = Math.min(last, lastStored) - Math.max(first, firstStored);
    return last - first + lastStored - firstStored - Math.max(0, both);
  }

  /**
   * The region that the first byte of a span is stored in; where it runs if it is not stored.
   *
   * @param attribution the one asked for these, or one cut from it
   * @return -1 if it takes no memory, -2 if it lies in no region or in no section
   */
  public int loadRegion(Attribution attribution, int span) {
    Objects.requireNonNull(attribution, "attribution");
    Partition partition = attribution.partition();
    if (!isPlaced(attribution, span)) {
      return -1;
    }
    long shift = shift(partition, span);
    if (shift == LoadedRanges.UNPLACED) {
      return -2;
    }
    boolean isStored = shift != LoadedRanges.NOWHERE && !partition.isMemoryOnly(span);
    long address = attribution.address(span) + (isStored ? shift : 0);
    for (int region = 0; region < map.regions().size(); region++) {
      if (map.regions().get(region).contains(address)) {
        return region;
      }
    }
    return -2;
  }

  /** Whether bytes have an address; what only rounds up a section in the file has none. */
  private static boolean isPlaced(Attribution attribution, int span) {
    return attribution.partition().memorySize(span) > 0 && attribution.address(span) != -1;
  }

  private long shift(Partition partition, int span) {
    return loaded.shift(partition.section(span), partition.segment(span));
  }

  private long[] findCuts(Attribution attribution) {
    LongStream.Builder places = LongStream.builder();
    Partition partition = attribution.partition();
    for (int span = 0; span < partition.spanCount(); span++) {
      long shift = shift(partition, span);
      if (shift == LoadedRanges.UNPLACED || !isPlaced(attribution, span)) {
        continue;
      }
      boolean isStored = shift != LoadedRanges.NOWHERE && !partition.isMemoryOnly(span);
      long address = attribution.address(span) + (isStored ? shift : 0);
      long size = partition.end(span) - partition.start(span);
      for (MemoryRegion region : map.regions()) {
        addCut(places, partition.start(span), region.start() - address, size);
        addCut(places, partition.start(span), region.start() + region.length() - address, size);
      }
    }
    return places.build().sorted().distinct().toArray();
  }

  private static void addCut(LongStream.Builder places, long start, long into, long size) {
    if (into > 0 && into < size) {
      places.add(start + into);
    }
  }

  @Override
  public String toString() {
    return uses.size() + " regions";
  }
}
