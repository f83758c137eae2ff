package dev.weighbridge.wasm.names;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.wasm.internal.values.Values;
import java.util.Arrays;

/**
 * Names by index, as columns; rows keep the order of the file, indices may repeat or be wrong.
 *
 * <p>Positions count from the start of the module. Names stay bytes until someone asks for text.
 */
public final class NameMap {
  private final Bytes module;
  private final int[] index;
  private final long[] start;
  private final long[] nameStart;
  private final int[] nameLength;

  private NameMap(Bytes module, Builder builder) {
    this.module = module;
    index = builder.index.freeze();
    start = builder.start.freeze();
    nameStart = builder.nameStart.freeze();
    nameLength = builder.nameLength.freeze();
  }

  /** How many names there are. */
  public int count() {
    return index.length;
  }

  /** The index that is named. */
  public int index(int row) {
    return index[row];
  }

  /** First byte of the row. */
  public long fileStart(int row) {
    return start[row];
  }

  /** End of the row, exclusive: the end of the name. */
  public long fileEnd(int row) {
    return nameStart[row] + nameLength[row];
  }

  /** First byte of the name. */
  public long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of the name. */
  public int nameLength(int row) {
    return nameLength[row];
  }

  /** The name as text; bytes that are not UTF-8 become U+FFFD. */
  public String name(int row) {
    return module.text(nameStart[row], fileEnd(row));
  }

  /**
   * The first row that names each index, or -1.
   *
   * @param count how many indices there are; names of others are left out
   */
  public int[] rowsByIndex(int count) {
    int[] rows = new int[count];
    Arrays.fill(rows, -1);
    for (int row = 0; row < index.length; row++) {
      if (index[row] < count && rows[index[row]] < 0) {
        rows[index[row]] = row;
      }
    }
    return rows;
  }

  @Override
  public String toString() {
    return count() + " names";
  }

  static final class Builder {
    private final IntColumn index = new IntColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);

    /** Reads a list of names. */
    void read(Cursor cursor) {
      int names = Values.count(cursor, 2);
      for (int i = 0; i < names; i++) {
        long from = cursor.position();
        int named = Values.index(cursor);
        int length = Values.skipName(cursor);
        index.add(named);
        start.add(from);
        nameStart.add(cursor.position() - length);
        nameLength.add(length);
      }
    }

    NameMap freeze(Bytes module) {
      return new NameMap(module, this);
    }
  }
}
