package dev.weighbridge.category;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Codec;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.internal.shapes.DataRange;
import dev.weighbridge.internal.shapes.LocationShape;
import dev.weighbridge.internal.shapes.Pointers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Data recognised by its shape in all images of a file, as ranges that do not overlap, ascending.
 */
public final class DataMarks {
  /** What to ask an attribution for. Saved models keep the answer: start, end, mark. */
  public static final DerivedKey<DataMarks> KEY = new Key();

  private final LongColumn start = new LongColumn(0);
  private final LongColumn end = new LongColumn(0);
  private final ByteColumn mark = new ByteColumn(0);
  private final long[] cuts;
  private final int[] order;

  private record Key() implements DerivedKey<DataMarks>, Codec<DataMarks> {
    @Override
    public String name() {
      return "data-marks";
    }

    @Override
    public DataMarks derive(Attribution attribution, Work work) {
      return new DataMarks(attribution);
    }

    @Override
    public Optional<Codec<DataMarks>> codec() {
      return Optional.of(this);
    }

    @Override
    public long[][] columns(DataMarks answer) {
      return answer.columns();
    }

    @Override
    public Optional<DataMarks> answer(long[][] columns) {
      boolean isWhole =
          columns.length == 3
              && columns[1].length == columns[0].length
              && columns[2].length == columns[0].length;
      return isWhole ? Optional.of(new DataMarks(columns)) : Optional.empty();
    }
  }

  private DataMarks(Attribution attribution) {
    if (attribution.file().hasBytes()) {
      scan(attribution);
    }
    order = Order.ascending(starts(), start.count());
    cuts = settle();
  }

  private DataMarks(long[][] columns) {
    for (int row = 0; row < columns[0].length; row++) {
      if (columns[2][row] >= 0 && columns[2][row] < DataMark.count()) {
        add(columns[0][row], columns[1][row], DataMark.of((int) columns[2][row]));
      }
    }
    order = Order.ascending(starts(), start.count());
    cuts = settle();
  }

  private long[][] columns() {
    long[][] columns = new long[3][start.count()];
    for (int i = 0; i < order.length; i++) {
      columns[0][i] = start.get(order[i]);
      columns[1][i] = end.get(order[i]);
      columns[2][i] = mark.get(order[i]);
    }
    return columns;
  }

  private void scan(Attribution attribution) {
    for (int row = 0; row < attribution.file().images().size(); row++) {
      BinaryImage image = attribution.file().images().get(row);
      if (image.addressBits() == 32 || image.addressBits() == 64) {
        scan(attribution, image, row);
      }
    }
  }

  /** The marks of a file, found by whoever asks first. */
  public static DataMarks of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(KEY);
  }

  private void scan(Attribution attribution, BinaryImage image, int row) {
    Bytes file = attribution.file().bytes();
    List<DataRange> data = DataRange.of(image);
    Pointers pointers = new Pointers(file, image, attribution.addressMap(row), data);
    LocationShape locations = new LocationShape(file, pointers);
    VtableShape vtables = new VtableShape(image.sections(), pointers);
    for (DataRange range : data) {
      pointers.forEach(range, at -> look(at, range, locations, vtables));
    }
  }

  /** Looks whether a place is the first word of a record or the first method of a table. */
  private void look(long at, DataRange range, LocationShape locations, VtableShape vtables) {
    if (at + locations.length() <= range.end() && locations.isAt(at)) {
      add(at, at + locations.length(), DataMark.PANIC_LOCATION);
      long path = locations.path(at);
      add(path, path + locations.pathLength(at), DataMark.PANIC_PATH);
      return;
    }
    long tableEnd = vtables.end(at, range.start(), range.end());
    if (tableEnd >= 0) {
      add(vtables.start(at), tableEnd, DataMark.VTABLE);
    }
  }

  private void add(long from, long to, DataMark what) {
    start.add(from);
    end.add(to);
    mark.add((byte) what.ordinal());
  }

  private long[] starts() {
    long[] starts = new long[start.count()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = start.get(i);
    }
    return starts;
  }

  /** Clips what overlaps what starts before it: many records share a path, and paths an end. */
  private long[] settle() {
    LongColumn borders = new LongColumn(2 * order.length);
    long last = 0;
    for (int row : order) {
      long from = Math.max(start.get(row), last);
      long to = Math.max(end.get(row), from);
      start.set(row, from);
      end.set(row, to);
      if (from < to) {
        borders.add(from);
        borders.add(to);
        last = to;
      }
    }
    return borders.freeze();
  }

  /** The places where spans must be cut so that each is marked as a whole or not at all. */
  public long[] cuts() {
    return cuts.clone();
  }

  /** How many ranges have this mark; a path that many records share is one. */
  int count(DataMark what) {
    int count = 0;
    for (int row : order) {
      count += mark.get(row) == what.ordinal() && start.get(row) < end.get(row) ? 1 : 0;
    }
    return count;
  }

  /**
   * The mark of each span, by its {@link DataMark#ordinal()}.
   *
   * @param partition one cut at {@link #cuts()}
   */
  byte[] ofSpans(Partition partition) {
    byte[] marks = new byte[partition.spanCount()];
    int next = 0;
    for (int span = 0; span < partition.fileSpanCount() && next < order.length; span++) {
      while (next < order.length && end.get(order[next]) <= partition.start(span)) {
        next++;
      }
      if (next < order.length && start.get(order[next]) <= partition.start(span)) {
        int kind = partition.kindOrdinal(span);
        boolean isData = kind == Kind.RODATA.ordinal() || kind == Kind.DATA.ordinal();
        marks[span] = isData ? mark.get(order[next]) : 0;
      }
    }
    return marks;
  }

  @Override
  public String toString() {
    return mark.count() + " marks";
  }
}
