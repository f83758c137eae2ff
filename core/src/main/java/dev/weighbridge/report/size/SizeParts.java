package dev.weighbridge.report.size;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.SelectedRows;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeRow.SymbolFacts;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file weighs, put in order. */
final class SizeParts {
  private static final String SCHEMA = "weighbridge/size/1";

  private static final Column<SizeRow> CODE =
      Column.<SizeRow>bytes("", row -> row.fileSize(Kind.CODE)).titled("Code").dashed();
  private final SelectedRows shown;
  private final SizeTree tree;
  private final BinaryFile file;
  private final List<String> levels;

  SizeParts(BinaryFile file, SelectedRows shown) {
    this.file = file;
    this.shown = shown;
    tree = shown.tree();
    levels = tree.dimensions().stream().map(Dimension::name).toList();
  }

  Answer answer() {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(Medium.TEXT, List.of(title())));
    parts.add(Prose.of(Medium.MARKUP, List.of(headline())));
    parts.add(CommonParts.identity(file));
    parts.add(Facts.of(shown, this::facts));
    parts.add(Facts.of("basis", shown, SizeParts::bases));
    parts.add(table());
    regions().ifPresent(parts::add);
    if (shown.fileSize() > 0) {
      parts.add(Prose.of(Medium.TEXT, foot()));
      parts.add(Prose.of(Medium.MARKUP, List.of(Line.of(basis("How sure: ") + "."))));
    }
    parts.add(CommonParts.diagnostics(file));
    if (tree.measures().contains(Measures.SHIPPED)) {
      parts.addAll(ShippedParts.of(tree.query()));
    }
    return new Answer(SCHEMA, file.name(), parts);
  }

  /** What is counted, if not all bytes of all kinds: {@code , only code and unwind}. */
  private String counted() {
    String pricing = tree.query().pricing() == Pricing.OWN ? ", own bytes only" : "";
    return (shown.isRestricted() ? ", only " + String.join(" and ", only()) : "") + pricing;
  }

  private List<String> only() {
    List<String> keys = new ArrayList<>();
    for (int kind = 0; kind < Kind.count(); kind++) {
      if (tree.kinds().contains(Kind.of(kind))) {
        keys.add(Kind.of(kind).key());
      }
    }
    return keys;
  }

  /** The policy for crates; where no level rests on them, what the file says is not asked for. */
  private CratePolicy policy() {
    Query query = tree.query();
    return hasPolicy() ? query.cratePolicy() : query.wantedPolicy().orElse(CratePolicy.RESPONSIBLE);
  }

  /** Whether a level rests on crates. */
  private boolean hasPolicy() {
    return tree.dimensions().stream().anyMatch(Dimension::hasCrates);
  }

  /** Whether a level shows crates. */
  private boolean hasCrates() {
    return tree.dimensions().contains(Dimensions.CRATE);
  }

  private Line title() {
    Line line = CommonParts.sizedLine(file).add(packed()).add(counted());
    return hasPolicy()
        ? line.add(", code is of the " + tree.query().cratePolicy().key() + " crate")
        : line;
  }

  /** That the file is packed, if what is counted was unpacked from it. */
  private String packed() {
    return tree.query().shipping().isPresent() ? ShippedParts.packed(tree.query()) : "";
  }

  private Line headline() {
    String memory = " in the file and " + Figures.grouped(shown.memorySize()) + " in memory (";
    return Line.EMPTY
        .strongName(file.name())
        .add(" weighs ")
        .strong(Figures.bytes(file.fileSize()))
        .add(memory + file.format() + " " + file.machine() + packed() + counted() + ").");
  }

  private List<Column<SelectedRows>> facts() {
    Query query = tree.query();
    List<Column<SelectedRows>> facts = new ArrayList<>();
    facts.add(Column.bytes("fileSize", SelectedRows::fileSize));
    facts.add(Column.bytes("memorySize", SelectedRows::memorySize));
    facts.add(Column.group("", rows -> Optional.of(rows.total()), unusual(tree.measures())));
    facts.add(Column.names("by", rows -> levels));
    facts.add(Column.word("pricing", rows -> key(query.pricing())));
    facts.add(Column.word("cratePolicy", rows -> policy().key()));
    if (hasCrates()) {
      facts.add(Column.word("std", rows -> query.stdView().key()));
      facts.add(Column.names("standardCrates", rows -> query.crates().standardLabels()));
    }
    RowLimit limit = shown.selection().limit();
    if (!shown.isWhole() || limit.exclude().isPresent() || limit.smallest() > 0) {
      facts.add(Column.group("selection", Optional::of, selection()));
    }
    return facts;
  }

  private static String key(Pricing pricing) {
    return pricing.name().toLowerCase(Locale.ROOT);
  }

  /** An object of the measures that output has only if they are asked for; none if none is. */
  private static List<Column<SizeRow>> unusual(List<Measure> asked) {
    List<Column<SizeRow>> columns = new ArrayList<>();
    for (Measure measure : MeasureText.unusual(asked)) {
      columns.add(Column.bytes(measure.name(), row -> row.value(measure)));
    }
    return columns.isEmpty() ? List.of() : List.of(Column.group("measures", Optional::of, columns));
  }

  /** What was left out, and what the whole weighs. */
  private List<Column<SelectedRows>> selection() {
    return List.of(
        Column.<SelectedRows>names("only", size -> only()).where(SelectedRows::isRestricted),
        Column.<SelectedRows>sentence("filter", size -> size.selection().filter().get().pattern())
            .where(size -> size.selection().filter().isPresent()),
        Column.<SelectedRows>sentence(
                "exclude", size -> size.selection().limit().exclude().get().pattern())
            .where(size -> size.selection().limit().exclude().isPresent()),
        Column.<SelectedRows>bytes("minSize", size -> size.selection().limit().smallest())
            .where(size -> size.selection().limit().smallest() > 0),
        Column.bytes("ofFileSize", size -> file.fileSize()));
  }

  private static List<Column<SelectedRows>> bases() {
    List<Column<SelectedRows>> columns = new ArrayList<>();
    for (int i = 0; i < Basis.count(); i++) {
      Basis basis = Basis.of(i);
      columns.add(Column.bytes(basis.key(), size -> size.fileSize(basis)));
    }
    return columns;
  }

  private Table<SizeRow> table() {
    return Table.of("rows", shown.rows())
        .people(this::people)
        .columns(Medium.RECORDS, this::records)
        .columns(Medium.OBJECTS, this::objects)
        .levels((row, level) -> shown.below(row))
        .shownLevels(new Below(shown))
        .headline(this::headline)
        .total(shown.total())
        .build();
  }

  /** What is used of each region of memory, if anything here is about regions. */
  private Optional<Part> regions() {
    boolean isAsked =
        tree.dimensions().contains(Dimensions.REGION)
            || tree.measures().stream().anyMatch(Measures::isRegion);
    return isAsked ? Optional.of(RegionParts.table(tree.query())) : Optional.empty();
  }

  private Column<SizeRow> label() {
    return Column.label("label", SizeRow::label).titled(levels).fields(levels);
  }

  private List<Column<SizeRow>> people() {
    List<Column<SizeRow>> people = new ArrayList<>();
    for (Measure measure : tree.measures()) {
      people.add(column(measure));
    }
    people.add(1, share());
    // Code is a part of the file; without the file's column it would be a part of nothing.
    if (tree.measures().contains(Measures.FILE)) {
      people.add(CODE);
    }
    people.add(label());
    return people;
  }

  private List<Column<SizeRow>> records() {
    List<Column<SizeRow>> records = new ArrayList<>(List.of(label()));
    for (Measure measure : tree.measures()) {
      records.add(column(measure));
    }
    records.addAll(List.of(Members.COUNT, Members.BASIS, Members.ONE_NAME, Members.KINDS));
    if (hasPolicy()) {
      records.add(Column.word("cratePolicy", row -> tree.query().cratePolicy().key()));
    }
    return records;
  }

  private List<Column<SizeRow>> objects() {
    List<Column<SizeRow>> objects = new ArrayList<>(List.of(label(), Members.VERSION));
    Measures.usual().forEach(measure -> objects.add(column(measure)));
    objects.addAll(unusual(tree.measures()));
    objects.addAll(List.of(Members.COUNT, Members.KINDS, Members.SYMBOL, Members.BASIS));
    return objects;
  }

  private static Column<SizeRow> column(Measure measure) {
    return Column.<SizeRow>bytes(MeasureText.key(measure), row -> row.value(measure))
        .titled(measure.title())
        .dashed();
  }

  /** Shares are of the whole file, whatever is left out of it, or of the tree. */
  private Column<SizeRow> share() {
    Measure measure = shown.sorted();
    long whole = measure.equals(Measures.FILE) ? file.fileSize() : tree.value(measure);
    return Column.<SizeRow>share(row -> row.value(measure), whole)
        .titled(MeasureText.share(measure));
  }

  private Line headline(SizeRow row) {
    Measure first = tree.measures().get(0);
    return Line.of(", " + Figures.grouped(row.value(first)) + " " + first.unit());
  }

  private List<Line> foot() {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(basis("Basis: ")));
    // Some of its crates have names that a program's own might have, too.
    List<String> names = hasCrates() ? tree.query().crates().standardLabels() : List.of();
    if (!names.isEmpty()) {
      boolean isOne = tree.query().stdView() == StdView.COLLAPSED;
      String what = isOne ? "Row std: " : "Standard library: ";
      lines.add(Line.of(what).quote(String.join(", ", names)));
    }
    return lines;
  }

  private String basis(String title) {
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < Basis.count(); i++) {
      long bytes = shown.fileSize(Basis.of(i));
      if (bytes > 0) {
        shares.add(Figures.percent(bytes, shown.fileSize()) + " % " + Basis.of(i).key());
      }
    }
    return title + String.join(", ", shares);
  }

  /** The rows below a row that tell more than the row itself. */
  private record Below(SelectedRows shown) implements Levels<SizeRow> {
    @Override
    public List<SizeRow> below(SizeRow row, int level) {
      List<SizeRow> below = shown.below(row);
      while (below.size() == 1 && below.get(0).label().equals(row.label())) {
        // A module without modules in it is the same at the next level.
        below = shown.below(below.get(0));
      }
      return saysTheSame(row, below) ? List.of() : below;
    }

    /** Whether the only row below is what the row itself is: {@code [.interp]} of .interp. */
    private static boolean saysTheSame(SizeRow row, List<SizeRow> below) {
      return below.size() == 1 && below.get(0).label().equals("[" + row.label() + "]");
    }
  }

  /** What programs read of a row besides its measures. A class, so that people need not wait. */
  private static final class Members {
    static final Column<SizeRow> VERSION =
        Column.<SizeRow>sentence("version", SizeRow::version)
            .where(row -> !row.version().isEmpty());
    private static final Column<SizeRow> COUNT = Column.count("count", SizeRow::count);
    private static final Column<SizeRow> BASIS = Column.word("basis", row -> row.basis().key());
    private static final Column<SizeRow> KINDS = Column.group("kinds", Optional::of, kinds());

    private static final Column<SymbolFacts> ADDRESS =
        Column.address("address", SymbolFacts::address);
    private static final Column<SymbolFacts> ALIASES =
        Column.<SymbolFacts>count("aliases", SymbolFacts::aliasCount).orElse("0");

    /** Members of an object have room for all names. */
    private static final Column<SizeRow> SYMBOL =
        Column.group(
            "",
            SizeRow::symbol,
            List.of(ADDRESS, Column.names("mangled", SymbolFacts::rawNames), ALIASES));

    /** A record has room for one name. */
    private static final Column<SizeRow> ONE_NAME =
        Column.group(
            "",
            SizeRow::symbol,
            List.of(
                ADDRESS,
                Column.<SymbolFacts>name("mangled", symbol -> symbol.rawNames().get(0))
                    .where(symbol -> !symbol.rawNames().isEmpty()),
                ALIASES));

    private static List<Column<SizeRow>> kinds() {
      List<Column<SizeRow>> columns = new ArrayList<>();
      for (int i = 0; i < Kind.count(); i++) {
        Kind kind = Kind.of(i);
        columns.add(Column.bytesIfAny(kind.key(), row -> row.fileSize(kind)));
      }
      return columns;
    }
  }
}
