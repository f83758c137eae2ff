package dev.weighbridge.wasm.internal.sourcemap;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.SourceTable;
import java.nio.charset.StandardCharsets;

/** The places of a module that a source map tells of, in the order of the file. */
final class MappedPlaces {
  private final SourceTable sources;
  private final long[] place;
  private final int[] order;
  private final IntColumn file = new IntColumn(0);
  private final IntColumn line = new IntColumn(0);
  private final IntColumn column = new IntColumn(0);
  private long elsewhere;

  private MappedPlaces(SourceMap map) {
    SourceTable.Builder files = new SourceTable.Builder();
    LongColumn places = new LongColumn(0);
    for (SourceMap.Part part : map.parts()) {
      add(part, places, files);
    }
    sources = files.build();
    place = places.freeze();
    order = Order.ascending(place, place.length);
  }

  /** What a map tells of, errors as for reading it. */
  static MappedPlaces of(Bytes file) {
    return new MappedPlaces(SourceMap.of(file));
  }

  private void add(SourceMap.Part part, LongColumn places, SourceTable.Builder files) {
    int[] rows = new int[part.sources().size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(part.sources().get(i), files);
    }
    MappingCursor mapping = new MappingCursor(part);
    while (mapping.next()) {
      if (mapping.line() != 0 || mapping.column() < 0) {
        elsewhere++;
        continue;
      }
      boolean isKnown =
          mapping.hasSource() && mapping.source() >= 0 && mapping.source() < rows.length;
      places.add(mapping.column());
      file.add(isKnown ? rows[(int) mapping.source()] : -1);
      line.add(isKnown ? counted(mapping.sourceLine()) : 0);
      column.add(isKnown ? counted(mapping.sourceColumn()) : 0);
    }
  }

  private static int row(String source, SourceTable.Builder files) {
    if (source.isEmpty()) {
      return -1;
    }
    byte[] name = source.getBytes(StandardCharsets.UTF_8);
    int text = files.text(Bytes.of(name), 0, name.length);
    return files.add(text, files.noText(), files.noText());
  }

  /** Lines and columns count from 1 elsewhere. */
  private static int counted(long fromZero) {
    return fromZero < 0 || fromZero >= Integer.MAX_VALUE ? 0 : (int) fromZero + 1;
  }

  /** The sources. */
  SourceTable sources() {
    return sources;
  }

  /** How many places there are. */
  int count() {
    return order.length;
  }

  /** How many mappings are about no place of a module: those of a second line. */
  long elsewhere() {
    return elsewhere;
  }

  /** Where a place is in the file. */
  long place(int row) {
    return place[order[row]];
  }

  /** The source of a place, -1 if it is from none. */
  int file(int row) {
    return file.get(order[row]);
  }

  /** The line of a place, from 1; 0 if it is from none. */
  int line(int row) {
    return line.get(order[row]);
  }

  /** The column of a place, from 1; 0 if it is from none. */
  int column(int row) {
    return column.get(order[row]);
  }

  /** The first row of a place or behind it; the number of rows if there is none. */
  int firstAt(long from) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place(middle) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
