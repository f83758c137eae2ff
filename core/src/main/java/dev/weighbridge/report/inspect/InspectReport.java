package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.GroupList;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the parser knows of a file, before any conclusion: the answer of the {@code inspect}
 * command.
 *
 * @param file the file
 * @param limit rows of each list of symbols, imports and exports; 0 shows all
 */
public record InspectReport(BinaryFile file, int limit) implements Report {
  private static final String SCHEMA = "weighbridge/inspect/1";

  /** Room for a word. */
  private static final int WORD = 11;

  /** Checks the values. */
  public InspectReport {
    Objects.requireNonNull(file, "file");
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    String bytes = ", " + Figures.grouped(file.fileSize()) + " bytes";
    parts.add(Prose.of(CommonParts.line(file).add(bytes)));
    parts.add(CommonParts.identity(file));
    parts.add(CommonParts.size(file));
    parts.add(ImageParts.container(file));
    List<List<Part>> images = new ArrayList<>();
    for (BinaryImage image : file.images()) {
      images.add(new ImageParts(image, limit).parts());
    }
    parts.add(new GroupList("images", images));
    parts.add(diagnostics());
    parts.add(CommonParts.diagnostics(file));
    return new Answer(SCHEMA, file.name(), parts);
  }

  private Table<Diagnostic> diagnostics() {
    return Table.of("diagnostics", file.diagnostics())
        .people(
            List.of(
                Column.<Diagnostic>word("", defect -> Words.of(defect.severity()))
                    .wide(WORD)
                    .titled("Severity"),
                Column.sentence("", Diagnostic::sentence).titled("Diagnostic")))
        .heading(Words.heading("Diagnostics", file.diagnostics().size()))
        .withoutTitles()
        .in(Medium.TEXT, Medium.MARKUP)
        .build();
  }
}
