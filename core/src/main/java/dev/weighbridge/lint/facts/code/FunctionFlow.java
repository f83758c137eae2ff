package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Which instructions of a function run when no exception passes through it, and which only then.
 * The first are those that its entry leads to, by falling through, by branches inside it and by its
 * tables of jumps; a call does not end them. The others are reached from landing pads alone.
 */
final class FunctionFlow {
  private static final int MAX_SIZE = 1 << 22;
  private static final int ENTRY = 4;

  private final Bytes file;
  private final AddressMap map;
  private final InstructionCursor cursor;
  private byte[] code = new byte[1 << 12];
  private int length;
  private long start;

  /** Where instructions start; by these, their ends, flows, targets and references. */
  private final BitSet borders = new BitSet();

  private int[] end = new int[0];
  private int[] flow = new int[0];
  private long[] target = new long[0];
  private long[] reference = new long[0];

  /** The sets of instructions whose tables of jumps have been followed. */
  private final Set<Object> tabled = Collections.newSetFromMap(new IdentityHashMap<>());

  /** How many entries of tables may still be looked at: no function has more than bytes. */
  private int entriesLeft;

  private final BitSet normal = new BitSet();
  private final BitSet pads = new BitSet();

  FunctionFlow(Attribution attribution, InstructionCursor cursor) {
    file = attribution.file().bytes();
    map = attribution.addressMap(0);
    this.cursor = cursor;
  }

  /**
   * Reads a function.
   *
   * @return false if it is not all code that can be read
   */
  boolean read(long address, long size) {
    borders.clear();
    tabled.clear();
    entriesLeft = (int) Math.min(MAX_SIZE, Math.max(0, size));
    normal.clear();
    pads.clear();
    start = address;
    long place = map.place(address);
    if (place < 0 || size <= 0 || size > MAX_SIZE || !file.contains(place, size)) {
      length = 0;
      return false;
    }
    length = (int) size;
    if (code.length < length + InstructionCursor.SLACK) {
      code = new byte[2 * length + InstructionCursor.SLACK];
    }
    if (end.length < length) {
      end = new int[2 * length];
      flow = new int[2 * length];
      target = new long[2 * length];
      reference = new long[2 * length];
    }
    file.copy(place, code, 0, length);
    cursor.start(code, 0, length, address);
    while (cursor.next()) {
      int at = cursor.position();
      borders.set(at);
      end[at] = cursor.end();
      flow[at] = cursor.flow();
      target[at] = cursor.hasTarget() ? cursor.target() : -1;
      reference[at] = cursor.hasReference() ? cursor.reference() : -1;
    }
    return !cursor.isLost();
  }

  /** Finds what the entry leads to. */
  void followEntry() {
    follow(0, normal, new BitSet());
  }

  /** Finds what a landing pad leads to and the entry does not. */
  void followPad(long address) {
    if (isInside(address)) {
      follow((int) (address - start), pads, normal);
    }
  }

  private boolean isInside(long address) {
    return Long.compareUnsigned(address - start, length) < 0;
  }

  private void follow(int from, BitSet reached, BitSet known) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      int at = open.remove();
      while (at < length && borders.get(at) && !reached.get(at) && !known.get(at)) {
        reached.set(at);
        if (isInside(target[at])) {
          open.add((int) (target[at] - start));
        }
        if (flow[at] == Flow.INDIRECT && tabled.add(reached)) {
          tables(open);
        }
        if (Flow.ends(flow[at])) {
          break;
        }
        at = end[at];
      }
    }
  }

  /** Adds the targets of the tables of jumps that the function refers to. */
  private void tables(Deque<Integer> open) {
    for (int at = borders.nextSetBit(0); at >= 0; at = borders.nextSetBit(at + 1)) {
      if (reference[at] != -1 && !isInside(reference[at])) {
        table(reference[at], open);
      }
    }
  }

  /** Entries count from the table; it ends with the first that leads out of the function. */
  private void table(long address, Deque<Integer> open) {
    long place = map.place(address);
    while (place >= 0 && entriesLeft-- > 0 && file.contains(place, ENTRY)) {
      long inside = address + file.i32(place) - start;
      if (inside < 0 || inside >= length || !borders.get((int) inside)) {
        return;
      }
      open.add((int) inside);
      place += ENTRY;
    }
  }

  /** Bytes of the instructions that only landing pads lead to. */
  long padSize() {
    long sum = 0;
    for (int at = pads.nextSetBit(0); at >= 0; at = pads.nextSetBit(at + 1)) {
      sum += end[at] - at;
    }
    return sum;
  }

  /** Tells where instructions call or jump to outside the function. */
  void targets(boolean ofPads, LongConsumer sink) {
    for (int at = borders.nextSetBit(0); at >= 0; at = borders.nextSetBit(at + 1)) {
      if (pads.get(at) == ofPads && target[at] != -1 && !isInside(target[at])) {
        sink.accept(target[at]);
      }
    }
  }

  /** Tells what instructions refer to outside the function. */
  void references(boolean ofPads, LongConsumer sink) {
    for (int at = borders.nextSetBit(0); at >= 0; at = borders.nextSetBit(at + 1)) {
      if (pads.get(at) == ofPads && reference[at] != -1 && !isInside(reference[at])) {
        sink.accept(reference[at]);
      }
    }
  }
}
