package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.region.ImageComparison;
import dev.weighbridge.region.ImageComparison.Row;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A program beside its image for flash: the answer of the {@code firmware} command.
 *
 * @param file the program
 * @param name what the image is called
 * @param comparison of both
 */
public record FirmwareReport(BinaryFile file, String name, ImageComparison comparison)
    implements Report {
  private static final String SCHEMA = "weighbridge/firmware/1";

  /** Checks that nothing is missing. */
  public FirmwareReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(comparison, "comparison");
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    parts.add(Prose.of(CommonParts.sizedLine(file)));
    parts.add(Prose.of(headline()));
    parts.add(Prose.of(Line.of(verdict())));
    parts.add(CommonParts.identity(file));
    parts.add(CommonParts.size(file));
    parts.add(Facts.of(comparison, facts()));
    parts.add(rows());
    return new Answer(SCHEMA, file.name(), parts);
  }

  private Line headline() {
    String bytes = Figures.bytes(comparison.image().fileSize()) + " in the file, ";
    String data = Figures.bytes(comparison.image().size()) + " to write";
    return Line.EMPTY
        .name(name)
        .add(": " + comparison.image().format().title() + ", " + bytes + data);
  }

  /** What is not the same on both sides: {@code 32 bytes fill, 4,096 only in the program}. */
  private String verdict() {
    List<String> counts = new ArrayList<>();
    for (ImageComparison.Type type : ImageComparison.Type.values()) {
      long bytes = comparison.size(type);
      if (bytes > 0) {
        counts.add(Figures.bytes(bytes) + " " + type.title());
      }
    }
    return String.join(", ", counts);
  }

  private List<Column<ImageComparison>> facts() {
    List<Column<ImageComparison>> facts = new ArrayList<>();
    facts.add(Column.name("image", all -> name));
    facts.add(Column.word("imageFormat", all -> all.image().format().title()));
    facts.add(Column.bytes("imageFileSize", all -> all.image().fileSize()));
    facts.add(Column.bytes("imageSize", all -> all.image().size()));
    for (ImageComparison.Type type : ImageComparison.Type.values()) {
      facts.add(Column.bytes(type.key(), all -> all.size(type)));
    }
    return facts;
  }

  private Part rows() {
    Column<Row> size = Column.<Row>bytes("size", Row::size).titled("Bytes");
    Column<Row> address = Column.<Row>address("address", Row::address).titled("Stored at");
    Column<Row> section = Column.<Row>label("section", Row::section).titled("section");
    Column<Row> what = Column.<Row>word("", row -> row.type().title()).titled("What");
    Column<Row> type = Column.word("type", row -> row.type().key());
    return Table.of("rows", comparison.rows())
        .people(List.of(size, address, what, section))
        .programs(List.of(size, address, type, section))
        .build();
  }
}
