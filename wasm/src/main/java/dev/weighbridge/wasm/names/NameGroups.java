package dev.weighbridge.wasm.names;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.wasm.internal.values.Values;

/** Names of locals, labels or fields, grouped by the function or type they belong to. */
public final class NameGroups {
  private final Bytes module;
  private final int[] owner;
  private final long[] start;
  private final long[] namesStart;
  private final long[] end;

  private NameGroups(Bytes module, Builder builder) {
    this.module = module;
    owner = builder.owner.freeze();
    start = builder.start.freeze();
    namesStart = builder.namesStart.freeze();
    end = builder.end.freeze();
  }

  /** How many groups there are. */
  public int count() {
    return owner.length;
  }

  /** The index of the function or type that a group belongs to. */
  public int owner(int group) {
    return owner[group];
  }

  /** First byte of a group. */
  public long fileStart(int group) {
    return start[group];
  }

  /** End of a group, exclusive. */
  public long fileEnd(int group) {
    return end[group];
  }

  /** The names of a group, decoded now. */
  public NameMap names(int group) {
    NameMap.Builder names = new NameMap.Builder();
    names.read(new Cursor(module, namesStart[group], end[group], "wasm.name", 0));
    return names.freeze(module);
  }

  @Override
  public String toString() {
    return count() + " groups";
  }

  static final class Builder {
    private final IntColumn owner = new IntColumn(0);
    private final LongColumn start = new LongColumn(0);
    private final LongColumn namesStart = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);

    void read(Cursor cursor) {
      int groups = Values.count(cursor, 2);
      for (int i = 0; i < groups; i++) {
        long from = cursor.position();
        int index = Values.index(cursor);
        long names = cursor.position();
        skipNames(cursor);
        owner.add(index);
        start.add(from);
        namesStart.add(names);
        end.add(cursor.position());
      }
    }

    private static void skipNames(Cursor cursor) {
      int names = Values.count(cursor, 2);
      for (int i = 0; i < names; i++) {
        Values.index(cursor);
        Values.skipName(cursor);
      }
    }

    NameGroups freeze(Bytes module) {
      return new NameGroups(module, this);
    }
  }
}
