package dev.weighbridge.formats.internal.golang;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;

/** Parts of a block, each of the function that uses it; what several share is of nobody. */
final class GoParts {
  private static final long NOBODY = -1;

  private final LongColumn starts = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);
  private final LongColumn users = new LongColumn(0);

  /** A function uses a part; it is named by its address. */
  void add(long start, long end, long user) {
    starts.add(start);
    ends.add(end);
    users.add(user);
  }

  int count() {
    return starts.count();
  }

  /** Where the last part ends; {@code least} if that comes later. */
  long end(long least) {
    long end = least;
    for (int i = 0; i < ends.count(); i++) {
      end = Math.max(end, ends.get(i));
    }
    return end;
  }

  /** States the parts of a block in order, and what lies between as parts of nobody. */
  void state(ImageBuilder image, String text, long from, long to) {
    int label = image.rowLabel(text);
    long[] keys = starts.freeze();
    int[] order = Order.ascending(keys, keys.length);
    long at = from;
    for (int i = 0; i < order.length; ) {
      Work.checkAt(i);
      int first = order[i];
      long start = Math.max(at, keys[first]);
      long end = ends.get(first);
      long user = users.get(first);
      for (i++; i < order.length && keys[order[i]] == keys[first]; i++) {
        end = Math.max(end, ends.get(order[i]));
        user = users.get(order[i]) == user ? user : NOBODY;
      }
      if (end > start && end <= to) {
        image.structure(label, Kind.UNWIND, at, start - at, Subject.NONE, -1);
        Subject subject = user == NOBODY ? Subject.NONE : Subject.ADDRESS;
        image.structure(label, Kind.UNWIND, start, end - start, subject, user);
        at = end;
      }
    }
    image.structure(label, Kind.UNWIND, at, to - at, Subject.NONE, -1);
  }
}
