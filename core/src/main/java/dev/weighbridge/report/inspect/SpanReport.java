package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.Table;
import java.util.List;
import java.util.Objects;

/**
 * Every leaf span of a file, in the order of the file, then the memory-only ones: the answer of the
 * {@code spans} command. In records {@code -1} stands for none; a memory-only span has no place in
 * the file, so its start and end are -1.
 *
 * @param attribution the file with its owners
 * @param policy which crate owns a span
 */
public record SpanReport(Attribution attribution, CratePolicy policy) implements Report {
  private static final int WIDEST_SECTION = 24;
  private static final int KIND = 11;
  private static final int BASIS = 10;

  /** Checks that nothing is missing. */
  public SpanReport {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(policy, "policy");
  }

  /** Spans with crates by the usual policy: generics of std are of whose type caused them. */
  public SpanReport(Attribution attribution) {
    this(attribution, CratePolicy.RESPONSIBLE);
  }

  @Override
  public Answer answer() {
    SpanRow row = new SpanRow(attribution, policy);
    int count = attribution.partition().spanCount();
    Table<SpanRow> spans =
        Table.of("spans", new RowList<>(count, row::at))
            .people(shown())
            .columns(Medium.RECORDS, SpanRow.FIELDS)
            .columns(Medium.OBJECTS, SpanRow.MEMBERS)
            .build();
    return Answer.of("", attribution.file().name(), spans);
  }

  private List<Column<SpanRow>> shown() {
    Partition partition = attribution.partition();
    int offset = Math.max("start".length(), Figures.hex(partition.fileSize()).length());
    return List.of(
        Column.offset("", SpanRow::start).titled("start").wide(offset),
        Column.offset("", SpanRow::end).titled("end").wide(offset),
        Column.address("", SpanRow::address).titled("address").wide(addressWidth()),
        Column.word("", SpanRow::kind).titled("kind").wide(KIND),
        Column.word("", SpanRow::basis).titled("basis").wide(BASIS),
        Column.<SpanRow>name("", span -> span.hasSection() ? span.section() : "-")
            .titled("section")
            .wide(sectionWidth()),
        Column.<SpanRow>name(
                "",
                span ->
                    span.hasSubject() ? span.owner() + " (" + span.subject() + ")" : span.owner())
            .titled("owner (subject)"));
  }

  private int addressWidth() {
    int widest = "address".length();
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
    for (Section section : attribution.sections()) {
      int length = SafeText.of(section.name()).length();
      widest = length > WIDEST_SECTION ? widest : Math.max(widest, length);
    }
    return widest;
  }
}
