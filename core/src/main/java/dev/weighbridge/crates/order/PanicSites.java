package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.internal.shapes.DataRange;
import dev.weighbridge.internal.shapes.LocationShape;
import dev.weighbridge.internal.shapes.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The panic locations of an image by their addresses, and what their paths tell. A location is
 * private to the crate whose compilation made it.
 */
final class PanicSites {
  /** What a length is at most, which {@link LocationShape} sees to. */
  private static final int LENGTH_BITS = 13;

  /** More paths than any program has; each is read letter by letter. */
  private static final int MAX_PATHS = 1 << 15;

  private final Bytes file;
  private final AddressMap map;
  private final LongIntMap siteAt = new LongIntMap();
  private final IntColumn pathOf = new IntColumn(0);
  private final List<SourcePath> paths = new ArrayList<>();
  private final LongIntMap known = new LongIntMap();
  private final Map<SourcePath, Integer> rows = new HashMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Finds the locations of an image. */
  PanicSites(Attribution attribution, int row) {
    file = attribution.file().bytes();
    map = attribution.addressMap(row);
    BinaryImage image = attribution.file().images().get(row);
    List<DataRange> data = DataRange.of(image);
    Pointers pointers = new Pointers(file, image, map, data);
    LocationShape shape = new LocationShape(file, pointers);
    for (DataRange range : data) {
      long last = range.end() - shape.length();
      pointers.forEach(
          range,
          at -> {
            if (at <= last) {
              look(at, shape);
            }
          });
    }
  }

  private void look(long at, LocationShape shape) {
    if (known.count() < MAX_PATHS && shape.isAt(at)) {
      long address = map.address(at);
      if (address >= 0 && siteAt.putIfAbsent(address, siteAt.count()) < 0) {
        pathOf.add(path(shape.path(at), shape.pathLength(at)));
        first = Math.min(first, address);
        last = Math.max(last, address);
      }
    }
  }

  /** The row of a path; locations share theirs, so it is mostly known by where it stands. */
  private int path(long start, long length) {
    long key = start << LENGTH_BITS | length;
    int row = known.get(key);
    if (row < 0) {
      SourcePath path = SourcePath.of(file.text(start, start + length));
      row = rows.getOrDefault(path, paths.size());
      if (row == paths.size()) {
        rows.put(path, row);
        paths.add(path);
      }
      known.putIfAbsent(key, row);
    }
    return row;
  }

  /** What the different paths tell, by their rows. */
  List<SourcePath> paths() {
    return paths;
  }

  /** The number of the location at an address; -1 if there is none. */
  int at(long address) {
    return address < first || address > last ? -1 : siteAt.get(address);
  }

  /** The row of the path of a location. */
  int path(int site) {
    return pathOf.get(site);
  }
}
