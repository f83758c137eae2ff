package dev.weighbridge.bodies;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.BodySink;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.HashMap;
import java.util.Map;

/**
 * The bodies that a format tells of, where code refers to functions by their indices. Rows are in
 * the order of the file; behind them stand functions that are only led to, as imported ones are.
 */
final class ToldBodies implements ComparedBodies, BodySink {
  private static final int NONE = -1;

  private final LongColumn low = new LongColumn(0);
  private final LongColumn high = new LongColumn(0);
  private final IntColumn targetStart = new IntColumn(0);
  private final LongColumn targetPlace = new LongColumn(0);
  private final Map<Long, Integer> rowOfPlace = new HashMap<>();
  private final int told;
  private final int[] targets;
  private final int[] classes;

  ToldBodies(BinaryImage image) {
    image.bodies(this);
    told = low.count();
    targetStart.add(targetPlace.count());
    targets = new int[targetPlace.count()];
    for (int i = 0; i < targets.length; i++) {
      int free = rowOfPlace.size();
      targets[i] = rowOfPlace.computeIfAbsent(targetPlace.get(i), place -> free);
    }
    classes = new EqualClasses(this).find();
  }

  @Override
  public void body(long fileStart, long newLow, long newHigh) {
    rowOfPlace.put(fileStart, low.count());
    low.add(newLow);
    high.add(newHigh);
    targetStart.add(targetPlace.count());
  }

  @Override
  public void target(long fileStart) {
    targetPlace.add(fileStart);
  }

  /** The body that begins at a place of the file, or -1 if none was told. */
  int at(long place) {
    int row = rowOfPlace.getOrDefault(place, NONE);
    return row < told ? row : NONE;
  }

  /** Equal for bodies that are the same and lead to functions of which the same is true. */
  int equalClass(int row) {
    return classes[row];
  }

  @Override
  public int count() {
    return rowOfPlace.size();
  }

  @Override
  public boolean canFold(int row) {
    return row < told;
  }

  @Override
  public long low(int row) {
    return low.get(row);
  }

  @Override
  public long high(int row) {
    return high.get(row);
  }

  @Override
  public int targetStart(int row) {
    return row < told ? targetStart.get(row) : targets.length;
  }

  @Override
  public int target(int index) {
    return targets[index];
  }
}
