package dev.weighbridge.formats.internal.macho.debugmap;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the code of an object went: pieces of it, in ascending order, each with its address in the
 * image. What is in no piece the linker dropped. In the object file offsets stand for addresses.
 */
final class MovedCode {
  private final long[] starts;
  private final long[] ends;
  private final long[] targets;

  private MovedCode(long[] starts, long[] ends, long[] targets) {
    this.starts = starts;
    this.ends = ends;
    this.targets = targets;
  }

  /**
   * Finds functions in an object.
   *
   * @return nothing if one of them is not there, or not so long: it is another object then
   */
  static Optional<MovedCode> of(List<MappedObject.Function> functions, MachOFile object) {
    Map<String, Integer> rows = new HashMap<>();
    MachOSymbolTable table = object.symbolTable();
    for (int row = 0; row < table.count(); row++) {
      if (table.isDefined(row)) {
        rows.putIfAbsent(table.name(row), row);
      }
    }
    int count = functions.size();
    long[] found = new long[count];
    for (int i = 0; i < count; i++) {
      Integer row = rows.get(functions.get(i).name());
      found[i] = row == null ? -1 : fileOffset(object, table, row, functions.get(i).size());
      if (found[i] < 0) {
        return Optional.empty();
      }
    }
    int[] order = Order.ascending(found, count);
    long[] starts = new long[count];
    long[] ends = new long[count];
    long[] targets = new long[count];
    for (int i = 0; i < count; i++) {
      MappedObject.Function function = functions.get(order[i]);
      starts[i] = found[order[i]];
      ends[i] = starts[i] + function.size();
      targets[i] = function.address();
    }
    return Optional.of(new MovedCode(starts, ends, targets));
  }

  private static long fileOffset(MachOFile object, MachOSymbolTable table, int row, long size) {
    int number = table.section(row);
    if (number < 1 || number > object.sections().size()) {
      return -1;
    }
    MachOSection home = object.sections().get(number - 1);
    long at = table.value(row) - home.address();
    boolean fits = at >= 0 && size >= 0 && size <= home.fileSize() && at <= home.fileSize() - size;
    return fits ? home.offset() + at : -1;
  }

  /** What is told of a piece that was moved. */
  interface Sink {
    /**
     * Takes a piece.
     *
     * @param from where it begins in the object
     * @param address where it begins in the image
     * @param size its bytes
     */
    void piece(long from, long address, long size);
  }

  /** Tells of each piece of a range of the object that the linker kept. */
  void move(long from, long to, Sink sink) {
    int piece = Math.max(0, Order.lastAtOrBefore(starts, from));
    for (; piece < starts.length && starts[piece] < to; piece++) {
      long start = Math.max(from, starts[piece]);
      long end = Math.min(to, ends[piece]);
      if (start < end) {
        sink.piece(start, targets[piece] + (start - starts[piece]), end - start);
      }
    }
  }
}
