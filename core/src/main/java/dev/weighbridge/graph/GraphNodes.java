package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * What a graph connects: each symbol and function with all it pays for, and each piece of loaded
 * code or data that belongs to none of them. Numbered in the order of the file.
 */
final class GraphNodes {
  /** No node: bytes that only describe others, such as headers and names. */
  static final int NONE = -1;

  private final Attribution attribution;
  private final Partition partition;
  private final int[] ofSpan;
  private final int[] ofOwner;
  private final int[] owner;
  private final int[] firstSpan;
  private final long[] fileSize;
  private final long[] codeSize;

  GraphNodes(Attribution attribution) {
    this.attribution = attribution;
    partition = attribution.partition();
    ofSpan = new int[partition.spanCount()];
    ofOwner = new int[attribution.owners().firstLabel()];
    Arrays.fill(ofOwner, NONE);
    IntColumn owners = new IntColumn(0);
    IntColumn spans = new IntColumn(0);
    for (int span = 0; span < ofSpan.length; span++) {
      Work.checkAt(span);
      int payer = attribution.payer(span, Pricing.FULL);
      boolean isOwned = !attribution.owners().isLabel(payer);
      int node = isOwned ? ofOwner[payer] : NONE;
      if (node == NONE && (isOwned || isContent(span))) {
        node = owners.count();
        owners.add(isOwned ? payer : NONE);
        spans.add(span);
        if (isOwned) {
          ofOwner[payer] = node;
        }
      }
      ofSpan[span] = node;
    }
    owner = owners.freeze();
    firstSpan = spans.freeze();
    fileSize = new long[owner.length];
    codeSize = new long[owner.length];
    weigh();
  }

  /** Adds up the bytes of each node; those that describe it may come before its own. */
  private void weigh() {
    boolean[] hasOwn = new boolean[owner.length];
    for (int span = 0; span < ofSpan.length; span++) {
      Work.checkAt(span);
      int node = ofSpan[span];
      if (node == NONE) {
        continue;
      }
      fileSize[node] += partition.fileSize(span);
      if (partition.kindOrdinal(span) == Kind.CODE.ordinal()) {
        codeSize[node] += partition.fileSize(span);
      }
      if (!hasOwn[node] && isOwn(span)) {
        hasOwn[node] = true;
        firstSpan[node] = span;
      }
    }
  }

  /** Whether the bytes are something that code may refer to. */
  private boolean isContent(int span) {
    return partition.section(span) >= 0
        && switch (partition.kind(span)) {
          case CODE, RODATA, DATA, ZERO -> true;
          case LINKING -> partition.memorySize(span) > 0;
          default -> false;
        };
  }

  int count() {
    return owner.length;
  }

  /** The node that a span belongs to, or {@link #NONE}. */
  int ofSpan(int span) {
    return span < 0 ? NONE : ofSpan[span];
  }

  /** The node of a symbol or function, or {@link #NONE} if it pays for nothing. */
  int ofOwner(int ownerId) {
    return ownerId < 0 || ownerId >= ofOwner.length ? NONE : ofOwner[ownerId];
  }

  /** The node that holds a byte, or {@link #NONE}. */
  int at(long place) {
    return place < 0 ? NONE : ofSpan(partition.spanAt(place));
  }

  /** The node that begins at a byte with bytes of its own, or {@link #NONE}. */
  int startingAt(long place) {
    int span = place < 0 ? -1 : partition.spanAt(place);
    boolean isStart = span >= 0 && partition.start(span) == place && isOwn(span);
    return isStart ? ofSpan[span] : NONE;
  }

  /** Whether a span is what its node is, not what describes it. */
  boolean isOwn(int span) {
    int node = ofSpan[span];
    return node != NONE && (owner[node] == NONE || owner[node] == partition.owner(span));
  }

  /** Whether a node is a symbol of data, though it may lie among code. */
  boolean isObject(int node) {
    Owners owners = attribution.owners();
    int symbol = owner[node];
    return owners.isSymbol(symbol)
        && owners.symbols(symbol).type(owners.symbolRow(symbol)) == SymbolType.OBJECT;
  }

  int owner(int node) {
    return owner[node];
  }

  int firstSpan(int node) {
    return firstSpan[node];
  }

  long fileSize(int node) {
    return fileSize[node];
  }

  /** The name of its symbol or function; of another piece the label and where it is. */
  String text(int node) {
    Owners owners = attribution.owners();
    if (owner[node] != NONE) {
      return owners.readableText(owner[node]);
    }
    int span = firstSpan[node];
    long address = attribution.address(span);
    String where = Long.toHexString(address == -1 ? partition.start(span) : address);
    return owners.text(partition.owner(span)) + (address == -1 ? " @0x" : " 0x") + where;
  }

  long codeSize(int node) {
    return codeSize[node];
  }
}
