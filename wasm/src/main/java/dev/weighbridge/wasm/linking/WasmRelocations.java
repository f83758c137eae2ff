package dev.weighbridge.wasm.linking;

import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.Objects;

/**
 * The relocations of one section: a {@code reloc.} section, as columns. Tool conventions, {@code
 * Linking.md}.
 */
public final class WasmRelocations {
  /** The type whose index is that of a type; those of all others are symbols. */
  public static final int R_WASM_TYPE_INDEX_LEB = 6;

  /** A bit for each type that has an addend: those of memory addresses and of offsets. */
  private static final long HAS_ADDEND =
      1L << 3 | 1L << 4 | 1L << 5 | 1L << 8 | 1L << 9 | 1L << 11 | 1L << 14 | 1L << 15 | 1L << 16
          | 1L << 17 | 1L << 21 | 1L << 22 | 1L << 23 | 1L << 25;

  private static final int LAST_TYPE = 26;

  private final int section;
  private final int targetSection;
  private final byte[] type;
  private final long[] offset;
  private final int[] index;
  private final long[] addend;
  private final long[] start;
  private final long[] end;

  private WasmRelocations(Builder builder) {
    section = builder.section;
    targetSection = builder.targetSection;
    type = builder.type.freeze();
    offset = builder.offset.freeze();
    index = builder.index.freeze();
    addend = builder.addend.freeze();
    start = builder.start.freeze();
    end = builder.end.freeze();
  }

  /**
   * What a {@code reloc.} section says; a fault in it leaves what came before.
   *
   * @param payload a cursor before what follows the section's name
   * @param section the index of the section
   * @param sectionCount how many sections the module has
   * @param found where a fault goes
   */
  public static WasmRelocations read(
      Cursor payload, int section, int sectionCount, Diagnostics found) {
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(found, "found");
    Builder builder = new Builder(section);
    try {
      builder.read(payload, sectionCount);
    } catch (BinaryException e) {
      found.warn(e);
    }
    return new WasmRelocations(builder);
  }

  /** The index of the section they stand in. */
  public int section() {
    return section;
  }

  /** The index of the section they patch, or -1 if that is unknown. */
  public int targetSection() {
    return targetSection;
  }

  /** How many there are. */
  public int count() {
    return type.length;
  }

  /** The number of the type: of {@code R_WASM_FUNCTION_INDEX_LEB} 0. */
  public int type(int row) {
    return type[row];
  }

  /** The patched place, from the start of the section's payload. */
  public long offset(int row) {
    return offset[row];
  }

  /** The symbol it refers to, or the type for {@link #R_WASM_TYPE_INDEX_LEB}. */
  public int index(int row) {
    return index[row];
  }

  /** What to add to the address of the symbol; 0 for types without. */
  public long addend(int row) {
    return addend[row];
  }

  /** First byte of the row. */
  public long fileStart(int row) {
    return start[row];
  }

  /** End of the row, exclusive. */
  public long fileEnd(int row) {
    return end[row];
  }

  @Override
  public String toString() {
    return count() + " relocations of section " + targetSection;
  }

  /** Reads a section row by row, so that a fault leaves what came before it. */
  private static final class Builder {
    private final int section;
    private int targetSection = -1;
    private final ByteColumn type = new ByteColumn(0);
    private final LongColumn offset = new LongColumn(0);
    private final IntColumn index = new IntColumn(0);
    private final LongColumn addend = new LongColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);

    Builder(int section) {
      this.section = section;
    }

    void read(Cursor cursor, int sectionCount) {
      int target = Values.index(cursor);
      if (target >= sectionCount) {
        throw cursor.malformed("a section below " + sectionCount, Integer.toString(target));
      }
      targetSection = target;
      int count = Values.count(cursor, 3);
      for (int i = 0; i < count; i++) {
        row(cursor);
      }
    }

    private void row(Cursor cursor) {
      long from = cursor.position();
      int what = cursor.u8();
      if (what > LAST_TYPE) {
        throw cursor.malformed("a type up to " + LAST_TYPE, Integer.toString(what));
      }
      long place = cursor.uleb128(32);
      int about = Values.index(cursor);
      addend.add((HAS_ADDEND >>> what & 1) != 0 ? cursor.sleb128(64) : 0);
      type.add((byte) what);
      offset.add(place);
      index.add(about);
      start.add(from);
      end.add(cursor.position());
    }
  }
}
