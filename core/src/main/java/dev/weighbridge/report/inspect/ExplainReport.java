package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.List;
import java.util.Objects;

/**
 * What is known of one byte: the answer of the {@code explain} command.
 *
 * @param attribution the file it is in
 * @param explanation every layer at its place
 */
public record ExplainReport(Attribution attribution, Explanation explanation) implements Report {
  private static final String SCHEMA = "weighbridge/explain/1";
  private static final int NAME = 11;

  /** Checks that nothing is missing. */
  public ExplainReport {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(explanation, "explanation");
  }

  @Override
  public Answer answer() {
    BinaryFile file = attribution.file();
    SpanRow span = new SpanRow(attribution).at(explanation.span());
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(Line.EMPTY.name(file.name()).add(": " + place())),
        CommonParts.identity(file),
        Facts.of(
            explanation,
            List.of(
                Column.offset("fileOffset", Explanation::fileOffset),
                Column.address("address", Explanation::address))),
        Facts.of("span", span, SpanRow.MEMBERS),
        layers());
  }

  private String place() {
    String address = Figures.hex(explanation.address());
    if (explanation.fileOffset() < 0) {
      return "address " + address + ", memory only";
    }
    String offset = "file offset " + Figures.hex(explanation.fileOffset());
    return offset + (explanation.address() == -1 ? ", not loaded" : ", address " + address);
  }

  private Table<Layer> layers() {
    long fileSize = attribution.partition().fileSize();
    int place = Math.max("start".length(), Figures.hex(fileSize).length());
    // Places behind the file are a coordinate of the partition, not of anything a person has.
    Column<Layer> start =
        Column.offset("start", layer -> layer.end() <= fileSize ? layer.start() : -1);
    Column<Layer> end = Column.offset("end", layer -> layer.end() <= fileSize ? layer.end() : -1);
    return Table.of("layers", explanation.layers())
        .people(
            List.of(
                Column.word("", Layer::name).titled("layer").wide(NAME),
                start.titled("start").wide(place),
                end.titled("end").wide(place),
                bytes().titled("bytes"),
                Column.name("", Layer::text).titled("")))
        .programs(
            List.of(
                Column.word("name", Layer::name),
                Column.name("text", Layer::text),
                start,
                end,
                bytes()))
        .build();
  }

  private static Column<Layer> bytes() {
    return Column.bytes("bytes", layer -> layer.end() - layer.start());
  }
}
