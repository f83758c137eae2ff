package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.answer.Column;
import java.util.List;

/**
 * One span as reports tell it, in the same words everywhere. It goes from span to span: a row for
 * each of a million would be an object for each.
 */
final class SpanRow {
  private static final String NONE = "-1";

  private static final Column<SpanRow> START = Column.offset("start", SpanRow::start);
  private static final Column<SpanRow> END = Column.offset("end", SpanRow::end);
  private static final Column<SpanRow> ADDRESS = Column.address("address", SpanRow::address);
  private static final Column<SpanRow> KIND = Column.word("kind", SpanRow::kind);
  private static final Column<SpanRow> BASIS = Column.word("basis", SpanRow::basis);
  private static final Column<SpanRow> SECTION =
      Column.name("section", SpanRow::section).where(SpanRow::hasSection).orElse(NONE);
  private static final Column<SpanRow> OWNER = Column.name("owner", SpanRow::owner);
  private static final Column<SpanRow> SUBJECT =
      Column.name("subject", SpanRow::subject).where(SpanRow::hasSubject).orElse(NONE);
  private static final Column<SpanRow> EVIDENCE = Column.word("evidence", SpanRow::evidence);
  private static final Column<SpanRow> CRATE =
      Column.nameIfAny("crate", SpanRow::crate).orElse(NONE);

  /** What records have of a span: what a script needs to check a partition byte by byte. */
  static final List<Column<SpanRow>> FIELDS =
      List.of(START, END, ADDRESS, KIND, BASIS, SECTION, OWNER, SUBJECT, CRATE);

  /** What objects have of a span. */
  static final List<Column<SpanRow>> MEMBERS =
      List.of(
          START,
          END,
          ADDRESS,
          Column.bytes("fileSize", SpanRow::fileSize),
          Column.bytes("memorySize", SpanRow::memorySize),
          KIND,
          BASIS,
          SECTION,
          OWNER,
          SUBJECT,
          CRATE);

  /**
   * A column for the labels of a dimension.
   *
   * @param query what the spans are those of
   */
  static Column<SpanRow> column(Dimension dimension, Query query) {
    if (dimension == Dimensions.EVIDENCE) {
      return EVIDENCE;
    }
    Labels labels = dimension.labels(query);
    return Column.name(dimension.name(), row -> labels.text(labels.of(row.span)));
  }

  /**
   * A column for what spans have of a measure.
   *
   * @param query what the spans are those of
   */
  static Column<SpanRow> column(Measure measure, Query query) {
    MeasureValues values = Measures.values(measure, query);
    return Column.bytes(measure.name(), row -> values.of(row.span));
  }

  private final Attribution attribution;
  private final Partition partition;
  private final Owners owners;
  private final CrateTable crates;
  private int span;

  /** The first span of those that a query is about; it has crates by the policy of the query. */
  SpanRow(Query query) {
    attribution = query.attribution();
    crates = query.crates();
    partition = attribution.partition();
    owners = attribution.owners();
  }

  /** Goes to a span. */
  SpanRow at(int index) {
    span = index;
    return this;
  }

  /** File offset of its first byte, or -1 if it is memory-only. */
  long start() {
    return partition.isMemoryOnly(span) ? -1 : partition.start(span);
  }

  /** File offset of its end, exclusive, or -1 if it is memory-only. */
  long end() {
    return partition.isMemoryOnly(span) ? -1 : partition.end(span);
  }

  /** Virtual address of its first byte, or -1 if it is not loaded. */
  long address() {
    return attribution.address(span);
  }

  /** Its bytes in the file. */
  long fileSize() {
    return partition.fileSize(span);
  }

  /** Its bytes in memory. */
  long memorySize() {
    return partition.memorySize(span);
  }

  /** The word for what its bytes are. */
  String kind() {
    return partition.kind(span).key();
  }

  /** The word for how its owner is known. */
  String basis() {
    return partition.basis(span).key();
  }

  /** The word for what tells whose its bytes are. */
  String evidence() {
    return partition.names(span).key();
  }

  /** Whether it is in a section. */
  boolean hasSection() {
    return partition.section(span) >= 0;
  }

  /** The name of its section as the file has it, so perhaps empty. */
  String section() {
    return attribution.section(partition.section(span)).name();
  }

  /** The raw name or the bracketed label of its owner. */
  String owner() {
    return owners.text(partition.owner(span));
  }

  /** Whether its bytes are about a symbol. */
  boolean hasSubject() {
    return partition.subject(span) >= 0;
  }

  /** The raw name of what its bytes are about. */
  String subject() {
    return owners.text(partition.subject(span));
  }

  /** The crate of its subject, or of its owner if it has none; empty if none is known. */
  String crate() {
    int crate = crates.ofSpan(partition.whole(span), Pricing.FULL);
    return crate < 0 ? "" : crates.label(crate);
  }
}
