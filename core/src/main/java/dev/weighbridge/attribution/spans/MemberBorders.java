package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Refinement;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.MemberTable;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.List;
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
    Partition spans = attribution.partition();
    List<long[]> borders = new ArrayList<>();
    attribution.file().images().forEach(image -> borders.add(borders(image)));
    int more = borders.stream().mapToInt(places -> places.length).sum();
    Partition.Builder refined = spans.refine(more);
    for (int span = 0; span < spans.spanCount(); span++) {
      int image = spans.image(span);
      boolean isOpen =
          spans.names(span).compareTo(Evidence.MAP) > 0
              || attribution.owners().isLabel(spans.owner(span));
      boolean isCut = isOpen && image >= 0 && cut(refined, attribution, span, borders.get(image));
      add(refined, spans, span, spans.end(span), isCut);
    }
    return attribution.refined(refined.build());
  }

  /** Adds the parts of a span before each border in it; returns whether there are any. */
  private static boolean cut(
      Partition.Builder refined, Attribution attribution, int span, long[] borders) {
    Partition spans = attribution.partition();
    long address = attribution.address(span);
    boolean isCut = false;
    if (spans.memorySize(span) > 0) {
      long end = address + spans.end(span) - spans.start(span);
      int next = Order.lastAtOrBefore(borders, address) + 1;
      for (; next < borders.length && borders[next] < end; next++) {
        add(refined, spans, span, spans.start(span) + borders[next] - address, true);
        isCut = true;
      }
    }
    return isCut;
  }

  private static void add(
      Partition.Builder refined, Partition spans, int span, long end, boolean isCut) {
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

  /** The addresses where ranges of members begin and end, ascending; none without a map. */
  private static long[] borders(BinaryImage image) {
    MemberTable members = image.members();
    LongStream.Builder borders = LongStream.builder();
    for (int range = 0; members.isOfMap() && range < members.rangeCount(); range++) {
      borders.add(members.rangeAddress(range));
      borders.add(members.rangeAddress(range) + members.rangeSize(range));
    }
    return borders.build().sorted().distinct().toArray();
  }
}
