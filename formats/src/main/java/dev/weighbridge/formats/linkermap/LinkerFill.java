package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.columns.IntColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Bytes that a linker put between sections of objects, and which of them it did that for: fill in
 * the map of GNU ld and gold, the room between two rows in others.
 *
 * @param address of the first byte
 * @param size bytes
 * @param output the section of the program, a row of {@link LinkerMap#outputs}
 * @param before the row of the map that comes next in the same section of the program; -1 if none
 *     does, as the section of the program itself was to be longer
 */
public record LinkerFill(long address, long size, int output, int before) {
  /** All fill of a map that states sizes, in its order; none of one that states none. */
  public static List<LinkerFill> of(LinkerMap map) {
    Objects.requireNonNull(map, "map");
    List<LinkerFill> all = new ArrayList<>();
    if (map.format() == LinkerMapFormat.LINK || map.format() == LinkerMapFormat.LD64) {
      return all;
    }
    IntColumn rows = new IntColumn(0);
    for (int row = 0; row <= map.count(); row++) {
      boolean isEnd = row == map.count();
      if (rows.count() > 0 && (isEnd || map.output(row) != map.output(rows.get(0)))) {
        add(map, rows, all);
        rows.clear();
      }
      if (!isEnd && map.output(row) >= 0) {
        rows.add(row);
      }
    }
    return all;
  }

  /** Adds the fill between the rows of one section of the program, which are in order of it. */
  private static void add(LinkerMap map, IntColumn rows, List<LinkerFill> all) {
    int outputRow = map.output(rows.get(0));
    LinkerMap.Output output = map.outputs().get(outputRow);
    long at = output.address();
    for (int i = 0; i < rows.count(); i++) {
      int row = rows.get(i);
      if (map.type(row) == MapRowType.FILL) {
        continue;
      }
      if (map.address(row) > at) {
        all.add(new LinkerFill(at, map.address(row) - at, outputRow, row));
      }
      at = Math.max(at, map.address(row) + map.size(row));
    }
    long end = output.address() + output.size();
    if (end > at) {
      all.add(new LinkerFill(at, end - at, outputRow, -1));
    }
  }
}
