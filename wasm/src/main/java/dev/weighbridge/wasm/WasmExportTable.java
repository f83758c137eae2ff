package dev.weighbridge.wasm;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmExport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The exports of a module in the order of the file, as columns. */
public final class WasmExportTable {
  private static final ItemKind[] KINDS = ItemKind.values();

  private final Bytes module;
  private final long[] start;
  private final long[] end;
  private final long[] nameStart;
  private final int[] nameLength;
  private final byte[] kind;
  private final int[] item;

  private WasmExportTable(Bytes module, Builder builder) {
    this.module = module;
    start = builder.start.freeze();
    end = builder.end.freeze();
    nameStart = builder.nameStart.freeze();
    nameLength = builder.nameLength.freeze();
    kind = builder.kind.freeze();
    item = builder.item.freeze();
  }

  /** How many exports there are. */
  public int count() {
    return start.length;
  }

  /** First byte, from the start of the module. */
  public long fileStart(int row) {
    return start[row];
  }

  /** End, exclusive, from the start of the module. */
  public long fileEnd(int row) {
    return end[row];
  }

  /** First byte of the name. */
  public long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of the name. */
  public int nameLength(int row) {
    return nameLength[row];
  }

  /** What is exported. */
  public ItemKind kind(int row) {
    return KINDS[kind[row]];
  }

  /** The index of the exported item in the index space of its kind. */
  public int itemIndex(int row) {
    return item[row];
  }

  /** One row as an object. */
  public WasmExport row(int row) {
    String name = module.text(nameStart[row], nameStart[row] + nameLength[row]);
    return new WasmExport(row, start[row], end[row], name, kind(row), item[row]);
  }

  /** All rows as objects. */
  public Stream<WasmExport> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " exports";
  }

  static final class Builder {
    final LongColumn start = new LongColumn(0);
    final LongColumn end = new LongColumn(0);
    final LongColumn nameStart = new LongColumn(0);
    final IntColumn nameLength = new IntColumn(0);
    final ByteColumn kind = new ByteColumn(0);
    final IntColumn item = new IntColumn(0);

    WasmExportTable freeze(Bytes module) {
      return new WasmExportTable(module, this);
    }
  }
}
