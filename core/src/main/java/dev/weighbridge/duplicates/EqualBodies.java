package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.bodies.BodyType;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;

/**
 * Groups of symbols with equal bodies, what they waste first.
 *
 * <p>A row is a group of at least two; its {@link #saving} is what all but one of them weigh.
 * Symbols that are other names of the same bytes do not count: they cost nothing. Immutable.
 */
public final class EqualBodies {
  /** Data of fewer bytes is not looked at: short values are the same by chance. */
  public static final int SMALLEST_DATA = 16;

  private final Bodies bodies;
  private final int[] start;
  private final int[] members;
  private final long saving;

  private EqualBodies(Bodies bodies, int[] start, int[] members) {
    this.bodies = bodies;
    this.start = start;
    this.members = members;
    long sum = 0;
    for (int row = 0; row < count(); row++) {
      sum += saving(row);
    }
    saving = sum;
  }

  /** Functions with the same code, which leads to the same places. */
  static EqualBodies identicalFunctions(Attribution attribution) {
    return functions(Bodies.of(attribution, BodyType.CODE), false);
  }

  /** Functions that are the same but for PC-relative operands and relocated places. */
  static EqualBodies maskedFunctions(Attribution attribution) {
    return functions(Bodies.of(attribution, BodyType.CODE), true);
  }

  private static EqualBodies functions(Bodies code, boolean isMasked) {
    long[] keys = new long[code.count()];
    for (int body = 0; body < keys.length; body++) {
      keys[body] = isMasked ? code.maskedHash(body) : code.hash(body);
    }
    return group(code, keys, all(code));
  }

  /** Data with the same bytes, of symbols that are large enough and hold more than one value. */
  static EqualBodies identicalData(Attribution attribution) {
    Bodies data = Bodies.of(attribution, BodyType.DATA);
    PlainData plain = new PlainData(attribution, data);
    long[] keys = new long[data.count()];
    IntColumn used = new IntColumn(0);
    for (int body = 0; body < keys.length; body++) {
      keys[body] = data.hash(body);
      if (data.size(body) >= SMALLEST_DATA && !plain.isOneValue(body)) {
        used.add(body);
      }
    }
    return group(data, keys, used.freeze());
  }

  private static int[] all(Bodies bodies) {
    int[] rows = new int[bodies.count()];
    for (int body = 0; body < rows.length; body++) {
      rows[body] = body;
    }
    return rows;
  }

  /** Groups bodies of one key. */
  private static EqualBodies group(Bodies bodies, long[] keys, int[] used) {
    int[] order = used.length == 0 ? used : Order.sorted(keys, used);
    IntColumn from = new IntColumn(0);
    IntColumn to = new IntColumn(0);
    for (int first = 0; first < order.length; ) {
      int next = first + 1;
      while (next < order.length && keys[order[next]] == keys[order[first]]) {
        next++;
      }
      if (next - first > 1) {
        from.add(first);
        to.add(next);
      }
      first = next;
    }
    return sorted(bodies, order, from.freeze(), to.freeze());
  }

  /** Puts what wastes most first; what wastes the same in the order of the file. */
  private static EqualBodies sorted(Bodies bodies, int[] order, int[] from, int[] to) {
    long[] firstBody = new long[from.length];
    long[] waste = new long[from.length];
    for (int i = 0; i < from.length; i++) {
      firstBody[i] = order[from[i]];
      waste[i] = Long.MAX_VALUE - saving(bodies, order, from[i], to[i]);
    }
    int[] rows = Order.ascending(firstBody, firstBody.length);
    rows = rows.length == 0 ? rows : Order.sorted(waste, rows);
    int[] start = new int[rows.length + 1];
    IntColumn members = new IntColumn(0);
    for (int row = 0; row < rows.length; row++) {
      for (int i = from[rows[row]]; i < to[rows[row]]; i++) {
        members.add(order[i]);
      }
      start[row + 1] = members.count();
    }
    return new EqualBodies(bodies, start, members.freeze());
  }

  /** How many groups there are. */
  public int count() {
    return start.length - 1;
  }

  /** How many symbols a group has, at least two. */
  public int copyCount(int row) {
    return start[row + 1] - start[row];
  }

  /** Bytes in the file of the first of them. */
  public long size(int row) {
    return bodies.size(members[start[row]]);
  }

  /** Bytes in the file of all of them; indices of different length make those of Wasm differ. */
  public long fileSize(int row) {
    return sum(bodies, members, start[row], start[row + 1]);
  }

  /** Bytes of all but one of them, the largest. */
  public long saving(int row) {
    return saving(bodies, members, start[row], start[row + 1]);
  }

  private static long saving(Bodies bodies, int[] of, int from, int to) {
    long largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, bodies.size(of[i]));
    }
    return sum(bodies, of, from, to) - largest;
  }

  private static long sum(Bodies bodies, int[] of, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += bodies.size(of[i]);
    }
    return sum;
  }

  /** Bytes that one of each group would save. */
  public long saving() {
    return saving;
  }

  /**
   * One of the symbols, in the order of the file.
   *
   * @return an id of {@link dev.weighbridge.attribution.Owners}
   */
  public int owner(int row, int number) {
    return bodies.owner(members[start[row] + number]);
  }

  @Override
  public String toString() {
    return count() + " bodies that occur again, " + saving + " bytes to save";
  }
}
