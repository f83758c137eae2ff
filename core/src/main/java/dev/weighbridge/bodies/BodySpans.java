package dev.weighbridge.bodies;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * The spans of each body: those its symbol or function owns itself, with those of pieces that a
 * compiler split off it. Bodies are in the order of their first bytes in the file.
 */
public final class BodySpans {
  private final Partition partition;
  private final int[] owner;
  private final int[] start;
  private final int[] spans;
  private final long[] size;

  BodySpans(Attribution attribution, BodyType type) {
    partition = attribution.partition();
    IntColumn owners = new IntColumn(0);
    IntColumn found = new IntColumn(0);
    IntColumn bodyOf = new IntColumn(0);
    collect(attribution, type, owners, found, bodyOf);
    owner = owners.freeze();
    start = new int[owner.length + 1];
    size = new long[owner.length];
    spans = new int[found.count()];
    for (int i = 0; i < spans.length; i++) {
      start[bodyOf.get(i) + 1]++;
      size[bodyOf.get(i)] += partition.fileSize(found.get(i));
    }
    for (int body = 0; body < owner.length; body++) {
      start[body + 1] += start[body];
    }
    int[] next = start.clone();
    for (int i = 0; i < spans.length; i++) {
      spans[next[bodyOf.get(i)]++] = found.get(i);
    }
  }

  private void collect(
      Attribution attribution,
      BodyType type,
      IntColumn found,
      IntColumn foundSpans,
      IntColumn bodyOf) {
    Owners owners = attribution.owners();
    FunctionFragments pieces = type == BodyType.CODE ? FunctionFragments.of(attribution) : null;
    int[] bodyOfOwner = new int[owners.firstLabel()];
    Arrays.fill(bodyOfOwner, -1);
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      int spanOwner = partition.owner(span);
      if (owners.isLabel(spanOwner) || !type.includes(partition.kindOrdinal(span))) {
        continue;
      }
      int whole = pieces == null ? spanOwner : pieces.parent(spanOwner);
      if (bodyOfOwner[whole] < 0) {
        bodyOfOwner[whole] = found.count();
        found.add(whole);
      }
      foundSpans.add(span);
      bodyOf.add(bodyOfOwner[whole]);
    }
  }

  int count() {
    return owner.length;
  }

  int owner(int body) {
    return owner[body];
  }

  long size(int body) {
    return size[body];
  }

  int firstSpan(int body) {
    return spans[start[body]];
  }

  /** How many spans a body has, at least one. */
  public int spanCount(int body) {
    return start[body + 1] - start[body];
  }

  /** A span of a body, as a row of the partition; they are in the order of the file. */
  public int span(int body, int number) {
    return spans[start[body] + number];
  }
}
