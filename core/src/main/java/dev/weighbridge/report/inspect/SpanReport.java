package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.writing.MeasureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Every leaf span of a file, in the order of the file, then the memory-only ones: the answer of the
 * {@code spans} command. In records {@code -1} stands for none; a memory-only span has no place in
 * the file, so its start and end are -1.
 *
 * @param query the file with its owners, and by which policy crates own spans
 * @param columns what else is told of each span: its label in some dimensions, which may cut it
 * @param measures what else is told of each span: what it has of these
 */
public record SpanReport(Query query, List<Dimension> columns, List<Measure> measures)
    implements Report {
  private static final int WIDEST_SECTION = 24;
  private static final int WIDEST_LABEL = 24;
  private static final int KIND = 11;
  private static final int BASIS = 10;

  /** Cuts the spans where the dimensions ask for it. */
  public SpanReport {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(columns, "columns");
    Objects.requireNonNull(measures, "measures");
    query = Dimensions.cut(query, columns);
    columns = List.copyOf(columns);
    measures = List.copyOf(measures);
  }

  /** Spans with their labels in some dimensions. */
  public SpanReport(Query query, List<Dimension> columns) {
    this(query, columns, List.of());
  }

  /** Spans with crates by the usual policy: generics of std are of whose type caused them. */
  public SpanReport(Attribution attribution) {
    this(Query.of(Objects.requireNonNull(attribution, "attribution")), List.of());
  }

  /** Names of the columns that every span has, which no dimension can add again. */
  public static List<String> ownColumns() {
    return SpanRow.FIELDS.stream().map(Column::name).toList();
  }

  /** The built-in measures that can have a column: those that not every span tells anyway. */
  public static List<Measure> measured() {
    return MeasureText.unusual(Measures.all());
  }

  @Override
  public Answer answer() {
    SpanRow row = new SpanRow(query);
    int count = partition().spanCount();
    List<Column<SpanRow>> more = new ArrayList<>();
    columns.forEach(dimension -> more.add(SpanRow.column(dimension, query)));
    measures.forEach(measure -> more.add(SpanRow.column(measure, query)));
    Table<SpanRow> spans =
        Table.of("spans", new RowList<>(count, row::at))
            .people(shown(more))
            .columns(Medium.RECORDS, joined(SpanRow.FIELDS, more))
            .columns(Medium.OBJECTS, joined(SpanRow.MEMBERS, more))
            .build();
    return Answer.of("", query.attribution().file().name(), spans);
  }

  private Partition partition() {
    return query.attribution().partition();
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private List<Column<SpanRow>> shown(List<Column<SpanRow>> more) {
    int offset = Math.max("start".length(), Figures.hex(partition().fileSize()).length());
    List<Column<SpanRow>> shown = new ArrayList<>();
    shown.add(Column.offset("", SpanRow::start).titled("start").wide(offset));
    shown.add(Column.offset("", SpanRow::end).titled("end").wide(offset));
    shown.add(Column.address("", SpanRow::address).titled("address").wide(addressWidth()));
    shown.add(Column.word("", SpanRow::kind).titled("kind").wide(KIND));
    shown.add(Column.word("", SpanRow::basis).titled("basis").wide(BASIS));
    shown.add(
        Column.<SpanRow>name("", span -> span.hasSection() ? span.section() : "-")
            .titled("section")
            .wide(sectionWidth()));
    more.forEach(column -> shown.add(column.titled(column.name()).wide(WIDEST_LABEL)));
    shown.add(Column.<SpanRow>name("", SpanReport::owner).titled("owner (subject)"));
    return shown;
  }

  private static String owner(SpanRow span) {
    return span.hasSubject() ? span.owner() + " (" + span.subject() + ")" : span.owner();
  }

  private int addressWidth() {
    int widest = "address".length();
    Attribution attribution = query.attribution();
    int count = attribution.partition().spanCount();
    for (int span = 0; span < count; span++) {
      long address = attribution.address(span);
      int digits = (Long.SIZE + 3 - Long.numberOfLeadingZeros(address)) / 4;
      widest = address == -1 ? widest : Math.max(widest, "0x".length() + Math.max(1, digits));
    }
    return widest;
  }

  private int sectionWidth() {
    int widest = "section".length();
    for (Section section : query.attribution().sections()) {
      int length = SafeText.of(section.name()).length();
      widest = length > WIDEST_SECTION ? widest : Math.max(widest, length);
    }
    return widest;
  }
}
