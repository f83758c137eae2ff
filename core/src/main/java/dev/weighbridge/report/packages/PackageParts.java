package dev.weighbridge.report.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.PackageRow;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a package weighs, put in order. */
final class PackageParts {
  private static final String SCHEMA = "weighbridge/size/1";

  private final String name;
  private final String format;
  private final long shippedSize;
  private final PackageTree tree;
  private final RowSelection selection;
  private final List<String> levels;

  PackageParts(
      String name, String format, long shippedSize, PackageTree tree, RowSelection selection) {
    this.name = name;
    this.format = format;
    this.shippedSize = shippedSize;
    this.tree = tree;
    this.selection = selection;
    levels = tree.dimensions().stream().map(Dimension::name).toList();
  }

  Answer answer(List<Diagnostic> diagnostics) {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(Medium.TEXT, List.of(title())));
    parts.add(Prose.of(Medium.MARKUP, List.of(headline())));
    parts.add(Facts.of(tree, this::facts));
    parts.add(table());
    parts.add(CommonParts.diagnostics(diagnostics));
    return new Answer(SCHEMA, name, parts);
  }

  /** {@code app.tar: docker-archive, 361,984 bytes shipped, 265,000 unpacked}. */
  private Line title() {
    return Line.EMPTY
        .name(name)
        .add(": ")
        .quote(format)
        .add(", " + Figures.bytes(shippedSize) + " shipped, ")
        .add(Figures.grouped(tree.fileSize()) + " unpacked");
  }

  private Line headline() {
    return Line.EMPTY
        .strongName(name)
        .add(" ships ")
        .strong(Figures.bytes(shippedSize))
        .add(" (" + format + "), " + Figures.grouped(tree.fileSize()) + " unpacked.");
  }

  private List<Column<PackageTree>> facts() {
    return List.of(
        Column.name("file", some -> name),
        Column.name("format", some -> format),
        Column.bytes("shippedSize", some -> shippedSize),
        Column.bytes("fileSize", PackageTree::fileSize),
        Column.bytes("memorySize", some -> some.root().memorySize()),
        Column.group("", some -> Optional.of(some.root()), unusual(tree.measures())),
        Column.names("by", some -> levels));
  }

  /** An object of the measures that output has only if they are asked for; none if none is. */
  private static List<Column<SizeRow>> unusual(List<Measure> asked) {
    List<Column<SizeRow>> columns = new ArrayList<>();
    for (Measure measure : MeasureText.unusual(asked)) {
      columns.add(Column.bytes(measure.name(), row -> row.value(measure)));
    }
    return columns.isEmpty() ? List.of() : List.of(Column.group("measures", Optional::of, columns));
  }

  private Table<SizeRow> table() {
    return Table.of("rows", selection.below(tree.root()))
        .people(this::people)
        .columns(Medium.RECORDS, this::records)
        .columns(Medium.OBJECTS, this::objects)
        .levels((row, level) -> selection.below(row))
        .headline(this::headline)
        .total(selection.total(tree.root()))
        .build();
  }

  private Line headline(SizeRow row) {
    Measure first = tree.measures().get(0);
    return Line.of(", " + Figures.grouped(row.value(first)) + " " + first.unit());
  }

  private Column<SizeRow> label() {
    return Column.label("label", SizeRow::label).titled(levels).fields(levels);
  }

  private List<Column<SizeRow>> people() {
    List<Column<SizeRow>> people = new ArrayList<>();
    for (Measure measure : tree.measures()) {
      people.add(column(measure));
    }
    Measure first = tree.measures().get(0);
    people.add(
        1,
        Column.<SizeRow>share(row -> row.value(first), tree.root().value(first))
            .titled(MeasureText.share(first)));
    people.add(label());
    return people;
  }

  private static Column<SizeRow> column(Measure measure) {
    return Column.<SizeRow>bytes(MeasureText.key(measure), row -> row.value(measure))
        .titled(measure.title())
        .dashed();
  }

  private List<Column<SizeRow>> records() {
    List<Column<SizeRow>> records = new ArrayList<>(List.of(label()));
    tree.measures().forEach(measure -> records.add(column(measure)));
    records.add(Column.count("count", SizeRow::count));
    records.addAll(binary());
    return records;
  }

  private List<Column<SizeRow>> objects() {
    List<Column<SizeRow>> objects = new ArrayList<>(List.of(label()));
    Measures.usual().forEach(measure -> objects.add(column(measure)));
    objects.addAll(unusual(tree.measures()));
    objects.add(Column.count("count", SizeRow::count));
    objects.addAll(binary());
    objects.add(Column.group("kinds", Optional::of, kinds()));
    return objects;
  }

  /** What the binary at an entry is. */
  private static List<Column<SizeRow>> binary() {
    return List.of(
        Column.<SizeRow>name("format", row -> binary(row).map(PackageRow::format).orElse(""))
            .where(row -> binary(row).isPresent()),
        Column.<SizeRow>name("machine", row -> binary(row).map(PackageRow::machine).orElse(""))
            .where(row -> binary(row).isPresent()));
  }

  private static Optional<PackageRow> binary(SizeRow row) {
    return row instanceof PackageRow known && !known.format().isEmpty()
        ? Optional.of(known)
        : Optional.empty();
  }

  private static List<Column<SizeRow>> kinds() {
    List<Column<SizeRow>> columns = new ArrayList<>();
    for (int i = 0; i < Kind.count(); i++) {
      Kind kind = Kind.of(i);
      columns.add(Column.bytesIfAny(kind.key(), row -> row.fileSize(kind)));
    }
    return columns;
  }
}
