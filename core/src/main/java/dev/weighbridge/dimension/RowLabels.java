package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.debug.DebugByteMap;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Labels that are texts of rows of debug information. Code has the row of its address; other bytes
 * that are about a function, as its unwind record, have that of the function; what has no row is
 * called by its kind.
 */
final class RowLabels {
  private static final String NO_INFORMATION = "[no debug info]";

  private final Query query;
  private final Partition partition;
  private final DebugByteMap debugBytes;
  private final int[] row;

  /**
   * The rows of the spans of a query, which is cut for them.
   *
   * @param debugBytes whose debug bytes are, if the rows are units
   */
  RowLabels(Query query, SpanRows rows, DebugByteMap debugBytes) {
    this.query = query;
    this.debugBytes = debugBytes;
    partition = query.attribution().partition();
    row = new int[partition.spanCount()];
    for (int span = 0; span < row.length; span++) {
      Work.checkAt(span);
      row[span] = row(rows, span);
    }
  }

  private int row(SpanRows rows, int span) {
    int own = rows.row(span);
    if (own >= 0) {
      return own;
    }
    return switch (partition.kind(span)) {
      case CODE, PADDING -> -1;
      case DEBUG -> debugBytes.ownerAt(partition.start(span));
      default -> rows.rowOfOwner(query.payer(span));
    };
  }

  /** The row of a span, negative if there is none. */
  int row(int span) {
    return row[span];
  }

  /** The rows that occur. */
  BitSet used() {
    BitSet used = new BitSet();
    for (int of : row) {
      if (of >= 0) {
        used.set(of);
      }
    }
    return used;
  }

  /** The labels, with texts asked for once for each row that occurs. */
  Labels named(int rowCount, IntFunction<String> texts) {
    TextIds ids = new TextIds();
    int[] ofRow = new int[rowCount];
    Arrays.fill(ofRow, -1);
    int[] ofSpan = new int[row.length];
    for (int span = 0; span < row.length; span++) {
      Work.checkAt(span);
      int of = row[span];
      if (of < 0) {
        ofSpan[span] = ids.of(without(span));
        continue;
      }
      if (ofRow[of] < 0) {
        ofRow[of] = ids.of(texts.apply(of));
      }
      ofSpan[span] = ofRow[of];
    }
    return ids.labels(ofSpan);
  }

  /**
   * The same of rows together with labels of another dimension, {@code row:label}, once for each
   * pair that occurs. The label is what stays if another row has it.
   */
  Labels named(Labels others, IntFunction<String> texts) {
    TextIds ids = new TextIds();
    Map<Long, Integer> ofPair = new HashMap<>();
    Map<Integer, String> items = new HashMap<>();
    int[] ofSpan = new int[row.length];
    for (int span = 0; span < row.length; span++) {
      int of = row[span];
      if (of < 0) {
        ofSpan[span] = ids.of(without(span));
        continue;
      }
      int other = others.of(span);
      long pair = (long) of << Integer.SIZE | other;
      Integer known = ofPair.get(pair);
      if (known == null) {
        String item = others.text(other);
        known = ids.of(texts.apply(of) + ":" + item);
        ofPair.put(pair, known);
        items.put(known, item);
      }
      ofSpan[span] = known;
    }
    return ids.withItems(ofSpan, label -> items.getOrDefault(label, ""));
  }

  /** What bytes are called that debug information says nothing of. */
  private String without(int span) {
    Kind kind = partition.kind(span);
    if (kind == Kind.CODE) {
      return NO_INFORMATION;
    }
    return kind == Kind.DEBUG
        ? switch (row[span]) {
          case DebugBytes.SHARED -> "[shared debug info]";
          case DebugBytes.INDEX -> "[debug index]";
          case DebugBytes.NONE -> "[unreferenced debug info]";
          default -> "[debug]";
        }
        : "[" + kind.key() + "]";
  }
}
