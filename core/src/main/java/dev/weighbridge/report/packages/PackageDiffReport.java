package dev.weighbridge.report.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.PackageChange;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.writing.MeasureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What changed between two packages: the answer of the {@code diff} command to them.
 *
 * @param before the older package
 * @param after the newer package
 * @param older what the older one weighs
 * @param newer what the newer one weighs
 * @param limit rows of each level for people, those with the largest change; 0 for all
 */
public record PackageDiffReport(
    PackageHead before, PackageHead after, PackageTree older, PackageTree newer, int limit)
    implements Report {
  private static final String SCHEMA = "weighbridge/diff/1";

  /** Checks that nothing is missing. */
  public PackageDiffReport {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(older, "older");
    Objects.requireNonNull(newer, "newer");
  }

  @Override
  public Answer answer() {
    PackageChange whole = PackageChange.of(older, newer);
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(Line.of("old: ").add(before.line())));
    parts.add(Prose.of(Line.of("new: ").add(after.line())));
    parts.add(Facts.of("old", before, before.columns()));
    parts.add(Facts.of("new", after, after.columns()));
    List<String> levels = newer.dimensions().stream().map(Dimension::name).toList();
    parts.add(Facts.of(newer, List.of(Column.names("by", tree -> levels))));
    parts.add(Facts.of(whole, objects()));
    parts.add(shown(whole, levels));
    parts.add(all(whole, levels));
    return new Answer(SCHEMA, after.name(), parts);
  }

  private Table<ShownChange> shown(PackageChange whole, List<String> levels) {
    Measure first = newer.measures().get(0);
    ShownChange sum = ShownChange.of(whole);
    return Table.of("rows", sum.rows(limit))
        .people(
            List.of(
                Column.<ShownChange>bytes("", row -> row.before(first)).titled("Before").dashed(),
                Column.<ShownChange>bytes("", row -> row.after(first)).titled("After").dashed(),
                Column.<ShownChange>change("", row -> row.delta(first)).titled("Change"),
                Column.<ShownChange>figure(
                        row -> Figures.change(row.before(first), row.after(first)))
                    .titled("%"),
                Column.word("", ShownChange::status).titled(""),
                Column.label("label", ShownChange::label).titled(levels).fields(levels)))
        .in(Medium.TEXT, Medium.MARKUP)
        .levels((row, level) -> level < levels.size() ? row.rows(limit) : List.of())
        .headline(row -> Line.of(", " + Figures.signed(row.delta(first)) + " " + first.unit()))
        .total(sum)
        .build();
  }

  private Table<PackageChange> all(PackageChange whole, List<String> levels) {
    Column<PackageChange> label =
        Column.label("label", PackageChange::label).titled(levels).fields(levels);
    Column<PackageChange> status = Column.word("status", PackageChange::status);
    List<Column<PackageChange>> records = new ArrayList<>(List.of(label, status));
    for (Measure measure : newer.measures()) {
      String key = MeasureText.key(measure);
      records.add(Column.bytes(key + "Before", row -> row.before(measure)));
      records.add(Column.bytes(key + "After", row -> row.after(measure)));
      records.add(Column.bytes(key + "Delta", row -> row.delta(measure)));
    }
    List<Column<PackageChange>> objects = new ArrayList<>(List.of(label, status));
    objects.addAll(objects());
    return Table.of("rows", whole.rows())
        .columns(Medium.RECORDS, records)
        .columns(Medium.OBJECTS, objects)
        .in(Medium.RECORDS, Medium.OBJECTS)
        .levels((row, level) -> row.rows())
        .build();
  }

  private List<Column<PackageChange>> objects() {
    return List.of(
        Column.group("before", Optional::of, weights(PackageChange::before)),
        Column.group("after", Optional::of, weights(PackageChange::after)),
        Column.group("delta", Optional::of, weights(PackageChange::delta)));
  }

  private List<Column<PackageChange>> weights(BiFunction<PackageChange, Measure, Long> value) {
    List<Column<PackageChange>> columns = new ArrayList<>();
    for (Measure measure : Measures.usual()) {
      columns.add(Column.bytes(MeasureText.key(measure), row -> value.apply(row, measure)));
    }
    List<Column<PackageChange>> unusual = new ArrayList<>();
    for (Measure measure : MeasureText.unusual(newer.measures())) {
      unusual.add(Column.bytes(measure.name(), row -> value.apply(row, measure)));
    }
    if (!unusual.isEmpty()) {
      columns.add(Column.group("measures", Optional::of, unusual));
    }
    return columns;
  }
}
