package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugBytes.Part;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/** Whose the bytes of debug sections are, by their place in the file. Immutable. */
public final class DebugByteMap {
  /** Of bytes that debug information says nothing of. */
  public static final int UNKNOWN = -4;

  /** Says nothing of any byte. */
  public static final DebugByteMap NONE = new DebugByteMap(new long[0], new long[0], new int[0]);

  private final long[] start;
  private final long[] end;
  private final int[] owner;

  private DebugByteMap(long[] start, long[] end, int[] owner) {
    this.start = start;
    this.end = end;
    this.owner = owner;
  }

  private record Key() implements DerivedKey<DebugByteMap> {
    @Override
    public String name() {
      return "owners of debug bytes";
    }

    @Override
    public DebugByteMap derive(Attribution attribution, Work work) {
      return new Builder(attribution).build(work);
    }
  }

  /** The map of an attribution, whether that is cut or not. */
  public static DebugByteMap of(Attribution attribution, Work work) {
    return DebugPlaces.arePresent(attribution) ? attribution.uncut().get(new Key(), work) : NONE;
  }

  /**
   * Whose the byte at a place is: a unit, counted over all images as {@link CodeRows#UNITS}, or
   * {@link DebugBytes#SHARED}, {@link DebugBytes#INDEX}, {@link DebugBytes#NONE} or {@link
   * #UNKNOWN}.
   */
  public int ownerAt(long place) {
    int found = Arrays.binarySearch(start, place);
    int range = found >= 0 ? found : -found - 2;
    return range >= 0 && place < end[range] ? owner[range] : UNKNOWN;
  }

  /** The places at which the owner may change, ascending. */
  public long[] borders() {
    LongColumn borders = new LongColumn(0);
    for (int range = 0; range < start.length; range++) {
      if (range == 0 || end[range - 1] != start[range]) {
        borders.add(start[range]);
      }
      borders.add(end[range]);
    }
    return borders.freeze();
  }

  private static final class Builder {
    private final Attribution attribution;
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final IntColumn owner = new IntColumn(0);

    Builder(Attribution attribution) {
      this.attribution = attribution;
    }

    DebugByteMap build(Work work) {
      DebugPlaces places = new DebugPlaces(attribution);
      int firstUnit = 0;
      for (int image = 0; image < places.imageCount(); image++) {
        DebugInformation debug = places.debug(image);
        if (debug.isPresent()) {
          DebugBytes bytes = debug.bytes();
          for (int section = 0; section < bytes.sections().size(); section++) {
            add(bytes, section, places.fileStart(image), firstUnit);
          }
          firstUnit += debug.units().count();
        }
        work.checkCancelled();
      }
      return sorted();
    }

    private void add(DebugBytes bytes, int section, long fileStart, int firstUnit) {
      int range = bytes.firstRange(section);
      int last = bytes.firstRange(section + 1) - 1;
      for (Part part : bytes.parts(section)) {
        while (range < last && bytes.end(range) <= part.start()) {
          range++;
        }
        for (int at = range; at <= last && bytes.start(at) < part.end(); at++) {
          long from = part.filePlace(Math.max(part.start(), bytes.start(at)));
          long to = part.filePlace(Math.min(part.end(), bytes.end(at)));
          if (from < to) {
            start.add(fileStart + from);
            end.add(fileStart + to);
            owner.add(bytes.owner(at) < 0 ? bytes.owner(at) : firstUnit + bytes.owner(at));
          }
        }
      }
    }

    /** In order; of sections that overlap, as in damaged files, the first has the bytes. */
    private DebugByteMap sorted() {
      long[] from = start.freeze();
      long[] to = end.freeze();
      int[] of = owner.freeze();
      LongColumn starts = new LongColumn(from.length);
      LongColumn ends = new LongColumn(from.length);
      IntColumn owners = new IntColumn(from.length);
      long at = 0;
      for (int range : Order.ascending(from, from.length)) {
        long end = Math.min(to[range], attribution.file().fileSize());
        if (end > Math.max(at, from[range])) {
          starts.add(Math.max(at, from[range]));
          ends.add(end);
          owners.add(of[range]);
          at = end;
        }
      }
      return new DebugByteMap(starts.freeze(), ends.freeze(), owners.freeze());
    }
  }
}
