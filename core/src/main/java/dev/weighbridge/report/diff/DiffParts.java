package dev.weighbridge.report.diff;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.DiffStatus;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.size.ShippedParts;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What changed between two builds, put in order. */
final class DiffParts {
  private static final String SCHEMA = "weighbridge/diff/1";
  private static final int STATUS_WIDTH = 7;
  private static final int PERCENT_WIDTH = 9;

  private static final List<Column<BinaryFile>> BUILD =
      List.of(
          Column.name("file", BinaryFile::name),
          Column.word("format", BinaryFile::format),
          Column.word("machine", BinaryFile::machine),
          Column.bytes("fileSize", BinaryFile::fileSize));

  private static final Column<Change> FORMER =
      Column.<Change>name("from", change -> change.former().get())
          .where(change -> change.former().isPresent());
  private static final Column<Change> LATER =
      Column.<Change>name("to", change -> change.later().get())
          .where(change -> change.later().isPresent());
  private static final Column<Change> STATUS =
      Column.word("status", change -> change.status().key());

  private final SizeDiff diff;
  private final DiffSelection selection;
  private final Measure measure;
  private final List<String> levels;

  DiffParts(SizeDiff diff, DiffSelection selection) {
    this.diff = diff;
    this.selection = selection;
    // The measure whose change is shown is that which rows are sorted by, else the first.
    measure = selection.rows().order().measure(diff.measures()).orElse(diff.measures().get(0));
    levels = diff.afterTree().dimensions().stream().map(Dimension::name).toList();
  }

  /** What a row weighs, and by how much it weighs more, as objects. */
  private List<Column<Change>> objects() {
    List<Column<Weight>> unusual = new ArrayList<>();
    for (Measure asked : MeasureText.unusual(diff.measures())) {
      unusual.add(Column.bytes(asked.name(), weight -> weight.value(asked)));
    }
    List<Column<Weight>> columns = new ArrayList<>();
    columns.add(Column.bytes("fileSize", Weight::fileSize));
    columns.add(Column.bytes("memorySize", Weight::memorySize));
    if (!unusual.isEmpty()) {
      columns.add(Column.group("measures", Optional::of, unusual));
    }
    columns.add(Column.bytes("padding", Weight::padding));
    columns.add(Column.count("count", Weight::count));
    return weights(columns, columns, columns);
  }

  /** The same as fields. */
  private List<Column<Change>> fields() {
    return weights(fields("Before"), fields("After"), fields("Delta"));
  }

  private List<Column<Weight>> fields(String build) {
    List<Column<Weight>> columns = new ArrayList<>();
    for (Measure asked : diff.measures()) {
      columns.add(Column.bytes(MeasureText.key(asked) + build, weight -> weight.value(asked)));
    }
    columns.add(Column.bytes("padding" + build, Weight::padding));
    columns.add(Column.count("count" + build, Weight::count));
    return columns;
  }

  private static List<Column<Change>> weights(
      List<Column<Weight>> before, List<Column<Weight>> after, List<Column<Weight>> delta) {
    return List.of(
        Column.group("before", change -> Optional.of(change.weightBefore()), before),
        Column.group("after", change -> Optional.of(change.weightAfter()), after),
        Column.group("delta", change -> Optional.of(change.delta()), delta));
  }

  private BinaryFile before() {
    return diff.beforeTree().attribution().file();
  }

  private BinaryFile after() {
    return diff.afterTree().attribution().file();
  }

  Answer answer() {
    Change whole =
        new Change(
            "total",
            Optional.empty(),
            Optional.empty(),
            DiffStatus.SAME,
            diff.before(),
            diff.after(),
            diff.before().value(measure),
            diff.after().value(measure),
            Optional.empty());
    List<Part> parts = new ArrayList<>();
    parts.add(
        Prose.of(
            Medium.TEXT, List.of(build("old", diff.beforeTree()), build("new", diff.afterTree()))));
    parts.add(Prose.of(Medium.MARKUP, List.of(headline())));
    parts.add(Prose.of(Line.EMPTY.quote(sentence(diff.cause()))));
    parts.add(Facts.of("old", before(), BUILD));
    parts.add(Facts.of("new", after(), BUILD));
    parts.add(Facts.of(diff, facts()));
    parts.add(Facts.of(whole, objects()));
    parts.add(table(whole));
    if (diff.measures().contains(Measures.SHIPPED)) {
      parts.add(Prose.of(shipped()));
    }
    return new Answer(SCHEMA, after().name(), parts);
  }

  /** How each build travels. */
  private List<Line> shipped() {
    List<Line> lines = new ArrayList<>();
    ShippedParts.sentence(diff.beforeTree().query())
        .ifPresent(old -> lines.add(Line.of("Old: ").quote(old)));
    ShippedParts.sentence(diff.afterTree().query())
        .ifPresent(now -> lines.add(Line.of("New: ").quote(now)));
    lines.add(Line.of(ShippedParts.FIRST_PAYS));
    return lines;
  }

  private List<Column<SizeDiff>> facts() {
    String pricing = diff.afterTree().query().pricing().name().toLowerCase(Locale.ROOT);
    return List.of(
        Column.names("by", builds -> levels),
        Column.word("pricing", builds -> pricing),
        Column.sentence("cause", SizeDiff::cause));
  }

  private static Line build(String which, SizeTree tree) {
    BinaryFile file = tree.attribution().file();
    String machine = ", " + file.format() + " " + file.machine() + ", ";
    String bytes =
        Figures.bytes(file.fileSize()) + " in the file" + ShippedParts.packed(tree.query());
    Line line = Line.of(which + ": ").name(file.name()).add(machine + bytes);
    return file.hasBytes() ? line : line.add(" (saved model)");
  }

  private static String sentence(String cause) {
    return Character.toUpperCase(cause.charAt(0)) + cause.substring(1) + ".";
  }

  private static boolean isPacked(SizeTree tree) {
    return !ShippedParts.packed(tree.query()).isEmpty();
  }

  private Line headline() {
    boolean isPacked = isPacked(diff.beforeTree()) || isPacked(diff.afterTree());
    // What a packed program unpacks to is the same as before it was packed.
    boolean isShipped = isPacked && diff.measures().contains(Measures.SHIPPED);
    Measure whole = isShipped ? Measures.SHIPPED : Measures.FILE;
    long before = isShipped ? diff.before().value(whole) : before().fileSize();
    long after = isShipped ? diff.after().value(whole) : after().fileSize();
    Line line =
        Line.EMPTY
            .strongName(after().name())
            .add(": " + Figures.grouped(before) + " → ")
            .strong(Figures.grouped(after) + (isShipped ? " bytes shipped" : " bytes"));
    if (before == after) {
      line = line.add(", as many as before");
    } else {
      String percent = Figures.change(before, after) + " %)";
      line = line.add(" (" + Figures.signed(after - before) + ", " + percent);
    }
    if (diff.delta().padding() != 0) {
      line = line.add(", without padding " + Figures.signed(diff.delta().normalisedSize()));
    }
    return line.add(".");
  }

  private Table<Change> table(Change whole) {
    long largest = Math.max(whole.before(), whole.after());
    int width = Math.max("Before".length(), Figures.grouped(largest).length() + 1);
    Column<Change> before = Column.bytes("", Change::before).titled("Before").dashed().wide(width);
    Column<Change> after = Column.bytes("", Change::after).titled("After").dashed().wide(width);
    Column<Change> change =
        Column.<Change>change("", row -> row.after() - row.before()).titled("Change").wide(width);
    Column<Change> percent = Column.figure(Change::percent).titled("%").wide(PERCENT_WIDTH);
    Column<Change> status = Column.word("", Change::shownStatus).titled("").wide(STATUS_WIDTH);
    Column<Change> label = Column.label("label", Change::label).titled(levels).fields(levels);
    Column<Change> shownLabel = label.titled(levels.stream().map(this::measured).toList());
    String inner = levels.get(Math.min(1, levels.size() - 1));
    List<Column<Change>> records = new ArrayList<>(List.of(label, STATUS, FORMER));
    List<Column<Change>> objects = new ArrayList<>(List.of(label, FORMER, LATER, STATUS));
    records.addAll(fields());
    objects.addAll(objects());
    return Table.of("rows", changes(selection.of(diff)))
        .columns(Medium.TEXT, List.of(before, after, change, percent, status, label))
        .columns(Medium.MARKUP, List.of(shownLabel, before, after, change, percent, status))
        .columns(Medium.RECORDS, records)
        .columns(Medium.OBJECTS, objects)
        .levels(this::below)
        .shownLevels(this::changed)
        .note(DiffParts::note)
        .summary("What changed by " + inner + " in each " + levels.get(0))
        .headline(this::headline)
        .totals(Medium.TEXT, totals(whole))
        .totals(Medium.MARKUP, List.of(whole))
        .build();
  }

  private Line headline(Change row) {
    String change = Figures.signed(row.after() - row.before());
    return Line.of(", " + change + " " + measure.unit());
  }

  private String measured(String level) {
    return measure.equals(Measures.FILE) ? level : level + " (" + measure.name() + ")";
  }

  private List<Change> changes(List<DiffRow> rows) {
    return new RowList<>(rows.size(), index -> Change.of(rows.get(index), measure));
  }

  private List<Change> below(Change change, int level) {
    return change.row().isEmpty() ? List.of() : changes(selection.below(change.row().get()));
  }

  /** What is below a row that has changed. */
  private List<Change> changed(Change change, int level) {
    return change.status() == DiffStatus.SAME ? List.of() : below(change, level);
  }

  private static Optional<Line> note(Change change) {
    return change.status() == DiffStatus.SAME
        ? Optional.empty()
        : change
            .former()
            .map(former -> Line.of("was ").label(former))
            .or(() -> change.later().map(later -> Line.of("now ").label(later)));
  }

  private List<Change> totals(Change whole) {
    List<Change> totals = new ArrayList<>();
    totals.add(Change.total(measure.name(), whole.before(), whole.after()));
    if (measure.equals(Measures.FILE) && diff.afterTree().kinds().contains(Kind.PADDING)) {
      totals.add(Change.total("of it padding", diff.before().padding(), diff.after().padding()));
      totals.add(
          Change.total(
              "normalised (without padding)",
              diff.before().normalisedSize(),
              diff.after().normalisedSize()));
    }
    return totals;
  }
}
