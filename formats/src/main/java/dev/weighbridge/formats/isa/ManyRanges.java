package dev.weighbridge.formats.isa;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Ranges of addresses, cut where one begins or ends: an address is found in the logarithm of how
 * many there are, also where they lie over each other. Immutable.
 */
final class ManyRanges {
  /** The first and the last address of each part, as signed numbers in the order of addresses. */
  private final long[] starts;

  private final long[] lasts;
  private final int[] first;
  private int count;

  /** Ranges; those of less than one byte hold nothing. */
  ManyRanges(long[] rangeStarts, long[] lengths) {
    // One that goes round the end of memory is two pieces; the second of others is empty.
    int size = 2 * rangeStarts.length;
    long[] from = new long[size];
    long[] to = new long[size];
    long[] cuts = new long[2 * size];
    Integer[] order = new Integer[size];
    for (int i = 0; i < rangeStarts.length; i++) {
      long start = ordered(rangeStarts[i]);
      long last = ordered(rangeStarts[i] + lengths[i] - 1);
      boolean isEmpty = lengths[i] <= 0;
      boolean isRound = !isEmpty && last < start;
      from[2 * i] = isEmpty ? Long.MAX_VALUE : start;
      to[2 * i] = isEmpty ? Long.MIN_VALUE : isRound ? Long.MAX_VALUE : last;
      from[2 * i + 1] = isRound ? Long.MIN_VALUE : Long.MAX_VALUE;
      to[2 * i + 1] = isRound ? last : Long.MIN_VALUE;
    }
    for (int i = 0; i < size; i++) {
      order[i] = i;
      cuts[2 * i] = from[i];
      // Behind the last address of all nothing begins; a cut at the first one does no harm.
      cuts[2 * i + 1] = to[i] + 1;
    }
    Arrays.sort(order, (a, b) -> Long.compare(from[a], from[b]));
    Arrays.sort(cuts);
    starts = new long[cuts.length];
    lasts = new long[cuts.length];
    first = new int[cuts.length];
    PriorityQueue<Integer> open = new PriorityQueue<>();
    int next = 0;
    for (int i = 0; i < cuts.length; i++) {
      boolean isLast = i + 1 == cuts.length;
      while (next < size && from[order[next]] <= cuts[i]) {
        open.add(order[next++]);
      }
      while (!open.isEmpty() && to[open.peek()] < cuts[i]) {
        open.remove();
      }
      if (!open.isEmpty() && (isLast || cuts[i] < cuts[i + 1])) {
        starts[count] = cuts[i];
        lasts[count] = isLast ? Long.MAX_VALUE : cuts[i + 1] - 1;
        first[count++] = open.peek() / 2;
      }
    }
  }

  private static long ordered(long address) {
    return address ^ Long.MIN_VALUE;
  }

  /** The number of the first range that holds an address; -1 if none does. */
  int indexOf(long address) {
    int part = partAt(ordered(address));
    return part >= 0 && ordered(address) <= lasts[part] ? first[part] : -1;
  }

  /** Whether one holds an address of {@code [address, address + more]}. */
  boolean isNear(long address, int more) {
    int part = partAt(ordered(address));
    boolean isHeld = part >= 0 && ordered(address) <= lasts[part];
    long last = ordered(address + more);
    boolean isRound = last < ordered(address);
    return isHeld
        || (part + 1 < count && (isRound || starts[part + 1] <= last))
        || (isRound && count > 0 && starts[0] <= last);
  }

  /** The last part that begins at or before an address; -1 if none does. */
  private int partAt(long ordered) {
    int found = Arrays.binarySearch(starts, 0, count, ordered);
    return found >= 0 ? found : -found - 2;
  }
}
