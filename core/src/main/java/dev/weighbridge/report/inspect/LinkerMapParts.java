package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.linkermap.LinkerFill;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.linkermap.LinkerMap.Discarded;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a linker map says besides whose bytes are: what was left out, and what only fills. */
final class LinkerMapParts {
  private static final int ADDRESS = 18;
  private static final int NUMBER = 13;

  private final LinkerMap map;
  private final int limit;
  private final List<Discarded> discarded;
  private final List<LinkerFill> fill;

  LinkerMapParts(LinkerMap map, int limit) {
    this.map = map;
    this.limit = limit;
    discarded = new ArrayList<>(map.discarded());
    discarded.sort(Comparator.comparingLong(Discarded::size).reversed());
    fill = new ArrayList<>(LinkerFill.of(map));
    fill.sort(Comparator.comparingLong(LinkerFill::size).reversed());
  }

  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(Facts.shown(map, shown()));
    parts.add(Facts.of(map, facts()));
    parts.add(left());
    parts.add(fill());
    return parts;
  }

  private long discardedSize() {
    return discarded.stream().mapToLong(row -> Math.max(0, row.size())).sum();
  }

  private long fillSize() {
    return fill.stream().mapToLong(LinkerFill::size).sum();
  }

  private List<Column<LinkerMap>> shown() {
    String rows = Figures.grouped(map.count()) + " ranges of " + map.objects().size() + " objects";
    return List.of(
        Column.<LinkerMap>name("", LinkerMap::name).titled("linker map"),
        Column.<LinkerMap>sentence("", all -> all.format().title() + ", " + rows)
            .titled("written by"));
  }

  private List<Column<LinkerMap>> facts() {
    return List.of(
        Column.name("file", LinkerMap::name),
        Column.word("linker", all -> all.format().key()),
        Column.count("objectCount", all -> all.objects().size()),
        Column.count("rangeCount", LinkerMap::count),
        Column.bytes("discardedSize", all -> discardedSize()),
        Column.bytes("fillSize", all -> fillSize()));
  }

  private <R> List<R> shown(List<R> rows) {
    return limit == 0 || rows.size() <= limit ? rows : rows.subList(0, limit);
  }

  private static Line heading(String what, int shown, int count, long bytes) {
    String of = shown < count ? Figures.grouped(shown) + " of " : "";
    String sum = count == 0 ? "none" : of + Figures.grouped(count);
    return Line.of(what + ": " + sum + ", " + Figures.bytes(bytes) + " in all");
  }

  private Part left() {
    List<Discarded> rows = shown(discarded);
    return Table.of("discarded", rows)
        .columns(
            List.of(
                Column.<Discarded>number("size", Discarded::size).titled("size").wide(NUMBER),
                Column.<Discarded>name("section", Discarded::section).titled("section"),
                Column.<Discarded>name("object", row -> object(row.object())).titled("object")))
        .heading(heading("Discarded", rows.size(), discarded.size(), discardedSize()))
        .build();
  }

  private Part fill() {
    List<LinkerFill> rows = shown(fill);
    return Table.of("fill", rows)
        .columns(
            List.of(
                Column.<LinkerFill>bytes("size", LinkerFill::size).titled("size").wide(NUMBER),
                Column.<LinkerFill>address("address", LinkerFill::address)
                    .titled("address")
                    .wide(ADDRESS),
                Column.<LinkerFill>name("section", this::sectionOf).titled("before section"),
                Column.<LinkerFill>name("object", row -> row.before() < 0 ? "" : objectOf(row))
                    .titled("of object")))
        .heading(heading("Fill", rows.size(), fill.size(), fillSize()))
        .build();
  }

  private String sectionOf(LinkerFill row) {
    return row.before() < 0
        ? "[end of " + map.outputs().get(row.output()).name() + "]"
        : map.section(row.before());
  }

  private String objectOf(LinkerFill row) {
    return object(map.object(row.before()));
  }

  private String object(int row) {
    return row < 0 ? "" : map.objects().get(row).text();
  }
}
