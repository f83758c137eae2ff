package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Refinement;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.MemberTable;
import java.util.stream.LongStream;

/**
 * Cuts spans where a linker map says that one object ends and another begins, so that each is of
 * one. Only spans without an owner, or with one that a lower rung names: a symbol says better what
 * it reaches over.
 */
public record MemberBorders() implements Refinement {
  @Override
  public String name() {
    return "borders of object files";
  }

  @Override
  public Evidence evidence() {
    return Evidence.MAP;
  }

  @Override
  public Attribution derive(Attribution attribution, Work work) {
    long[] places = places(attribution);
    Partition spans = attribution.partition();
    Partition.Builder refined = spans.refine(places.length);
    int next = 0;
    for (int span = 0; span < spans.spanCount(); span++) {
      boolean isOpen =
          spans.names(span).compareTo(Evidence.MAP) > 0
              || attribution.owners().isLabel(spans.owner(span));
      int first = next;
      while (next < places.length && places[next] < spans.end(span)) {
        next++;
      }
      for (int i = first; isOpen && i < next; i++) {
        if (places[i] > refined.end()) {
          add(refined, attribution, span, places[i], true);
        }
      }
      add(refined, attribution, span, spans.end(span), isOpen && first < next);
    }
    return attribution.refined(refined.build());
  }

  private static void add(
      Partition.Builder refined, Attribution attribution, int span, long end, boolean isCut) {
    Partition spans = attribution.partition();
    Evidence bounds = spans.bounds(span);
    boolean isBetter = isCut && bounds.compareTo(Evidence.MAP) > 0;
    int evidence =
        isBetter ? Evidence.pair(spans.names(span), Evidence.MAP) : spans.evidencePair(span);
    refined.add(
        end,
        spans.kind(span),
        evidence,
        spans.location(span),
        spans.owner(span),
        spans.subject(span));
    refined.cut();
  }

  /** The places where ranges of members begin and end, ascending. */
  private static long[] places(Attribution attribution) {
    LongStream.Builder places = LongStream.builder();
    for (int i = 0; i < attribution.file().images().size(); i++) {
      BinaryImage image = attribution.file().images().get(i);
      MemberTable members = image.members();
      for (int range = 0; members.isOfMap() && range < members.rangeCount(); range++) {
        long start = attribution.addressMap(i).place(members.rangeAddress(range));
        if (start >= 0) {
          places.add(start);
          places.add(start + members.rangeSize(range));
        }
      }
    }
    return places.build().sorted().distinct().toArray();
  }
}
