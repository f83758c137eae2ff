package dev.weighbridge.formats.linkermap;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.linkermap.LinkerMap.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Makes rows of symbols, for maps that tell nothing else: each reaches as far as the map says, or
 * else to the next one in its section of the program.
 *
 * <p>Where a map does not name everything, as that of link.exe names no unwind tables, that holds
 * among code, and between two symbols of one object; behind other symbols nobody knows what lies.
 */
final class SymbolRows {
  private final LinkerMap.Builder map;
  private final LongColumn address = new LongColumn(0);
  private final LongColumn size = new LongColumn(0);
  private final IntColumn object = new IntColumn(0);
  private final List<String> name = new ArrayList<>();

  SymbolRows(LinkerMap.Builder map) {
    this.map = map;
  }

  /**
   * Adds a symbol.
   *
   * @param bytes -1 if not stated
   * @param objectRow -1 if the linker made it
   */
  void add(long start, long bytes, int objectRow, String text) {
    address.add(start);
    size.add(bytes);
    object.add(objectRow);
    name.add(text);
    map.symbol(start, text);
  }

  /**
   * Adds a row for each that lies in a section.
   *
   * @param isComplete by section of the program, whether the map names all that is in it
   */
  void write(IntPredicate isComplete) {
    long[] starts = address.freeze();
    int[] order = Order.ascending(starts, starts.length);
    for (int i = 0; i < order.length; i++) {
      int symbol = order[i];
      long start = starts[symbol];
      int output = outputOf(start);
      boolean isAlias = i + 1 < order.length && starts[order[i + 1]] == start;
      if (output < 0 || (isAlias && size.get(symbol) < 0)) {
        continue;
      }
      Output home = map.outputs().get(output);
      long end = home.address() + home.size();
      boolean isFollowed = i + 1 < order.length && starts[order[i + 1]] < end;
      if (isFollowed) {
        end = starts[order[i + 1]];
      }
      boolean isSure =
          size.get(symbol) >= 0
              || isComplete.test(output)
              || (isFollowed && object.get(order[i + 1]) == object.get(symbol));
      if (!isSure) {
        continue;
      }
      long bytes = size.get(symbol) < 0 ? end - start : size.get(symbol);
      int from = object.get(symbol);
      MapRowType type = from < 0 ? MapRowType.MADE : MapRowType.INPUT;
      map.row(start, bytes, type, from, name.get(symbol), output);
    }
  }

  private int outputOf(long place) {
    for (int i = 0; i < map.outputCount(); i++) {
      Output output = map.outputs().get(i);
      if (Long.compareUnsigned(place - output.address(), output.size()) < 0) {
        return i;
      }
    }
    return -1;
  }
}
