package dev.weighbridge.wasm;

import dev.weighbridge.wasm.items.WasmFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The functions that a module defines, as columns; row 0 is the first behind the imported ones.
 *
 * <p>Positions count from the start of the module; -1 where a section is too short.
 */
public final class WasmFunctionTable {
  private final int importedCount;
  private final int count;
  private final int[] type;
  private final long[] entryStart;
  private final long[] entryEnd;
  private final long[] bodyStart;
  private final long[] codeStart;
  private final long[] bodyEnd;

  WasmFunctionTable(int importedCount, FunctionColumns columns) {
    this.importedCount = importedCount;
    type = columns.type.freeze();
    entryStart = columns.entryStart.freeze();
    entryEnd = columns.entryEnd.freeze();
    bodyStart = columns.bodyStart.freeze();
    codeStart = columns.codeStart.freeze();
    bodyEnd = columns.bodyEnd.freeze();
    count = Math.max(type.length, bodyStart.length);
  }

  /** How many functions are imported: what to add to a row to get the function's index. */
  public int importedCount() {
    return importedCount;
  }

  /** How many functions the module defines. */
  public int count() {
    return count;
  }

  /** The type of a function, or -1. */
  public int typeIndex(int row) {
    return row < type.length ? type[row] : -1;
  }

  /** First byte of its entry in the function section, or -1. */
  public long entryStart(int row) {
    return row < entryStart.length ? entryStart[row] : -1;
  }

  /** End of its entry in the function section, exclusive, or -1. */
  public long entryEnd(int row) {
    return row < entryEnd.length ? entryEnd[row] : -1;
  }

  /** First byte of its body: the size prefix; or -1. */
  public long bodyStart(int row) {
    return row < bodyStart.length ? bodyStart[row] : -1;
  }

  /** First byte behind the size prefix, or -1. */
  public long codeStart(int row) {
    return row < codeStart.length ? codeStart[row] : -1;
  }

  /** End of its body, exclusive, or -1. */
  public long bodyEnd(int row) {
    return row < bodyEnd.length ? bodyEnd[row] : -1;
  }

  /** One row as an object. */
  public WasmFunction row(int row) {
    return new WasmFunction(
        importedCount + row,
        typeIndex(row),
        entryStart(row),
        entryEnd(row),
        bodyStart(row),
        codeStart(row),
        bodyEnd(row));
  }

  /** All rows as objects. */
  public Stream<WasmFunction> stream() {
    return IntStream.range(0, count).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " functions, " + importedCount() + " imported";
  }
}
