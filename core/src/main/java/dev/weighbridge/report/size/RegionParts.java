package dev.weighbridge.report.size;

import dev.weighbridge.query.Query;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.region.RegionPlaces;
import dev.weighbridge.region.RegionUse;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** What is used of each region of memory, as linkers print it. */
public final class RegionParts {
  private RegionParts() {}

  /** The regions of a question, and what of the file lies in each. */
  public static Table<RegionUse> table(Query query) {
    Objects.requireNonNull(query, "query");
    MemoryMap map = query.memoryMap();
    List<RegionUse> uses = RegionPlaces.of(query.attribution(), map).uses();
    String source =
        map.isInferred() ? "inferred from the segments; their lengths are unknown" : map.source();
    return Table.of("regions", uses)
        .heading(Line.of("Memory regions (").quote(source).add(")"))
        .ifEmpty(Line.of("No memory regions: nothing has an address"))
        .people(people())
        .columns(Medium.OBJECTS, objects())
        .in(Medium.TEXT, Medium.MARKUP, Medium.OBJECTS)
        .build();
  }

  /** What is used of regions that somebody told, a sentence each. */
  static List<String> sentences(Query query) {
    List<String> sentences = new ArrayList<>();
    if (!query.memoryMap().isInferred()) {
      for (RegionUse use : RegionPlaces.of(query.attribution(), query.memoryMap()).uses()) {
        String used = Figures.grouped(use.used()) + " of " + Figures.bytes(use.region().length());
        sentences.add(use.region().name() + ": " + used + " used (" + share(use) + " %)");
      }
    }
    return sentences;
  }

  private static List<Column<RegionUse>> people() {
    return List.of(
        Column.<RegionUse>bytes("", RegionUse::used).titled("Used"),
        known(use -> use.region().length()).titled("Size"),
        Column.<RegionUse>figure(RegionParts::share).titled("% used"),
        known(RegionUse::free).titled("Free"),
        Column.<RegionUse>bytes("", RegionUse::gaps).titled("Gaps").dashed(),
        Column.<RegionUse>address("", use -> use.region().start()).titled("Start"),
        Column.<RegionUse>label("", use -> use.region().name()).titled("region"));
  }

  private static List<Column<RegionUse>> objects() {
    return List.of(
        Column.name("name", use -> use.region().name()),
        Column.address("start", use -> use.region().start()),
        Column.number("length", use -> use.isInferred() ? -1 : use.region().length()),
        Column.word("attributes", use -> use.region().attributes()),
        Column.bytes("used", RegionUse::used),
        Column.bytes("occupied", RegionUse::occupied),
        Column.flag("inferred", RegionUse::isInferred));
  }

  /** What depends on the length of the region. */
  private static Column<RegionUse> known(ToLongFunction<RegionUse> bytes) {
    return Column.bytesIfKnown(bytes, use -> !use.isInferred());
  }

  private static String share(RegionUse use) {
    return use.isInferred() ? "?" : Figures.percent(use.used(), use.region().length());
  }
}
