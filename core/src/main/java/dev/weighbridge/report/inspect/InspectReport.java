package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.linkermap.LinkerMap;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.Attempt;
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
 * @param sideFiles where files that tell more about it were looked for
 * @param limit rows of each list of symbols, imports, exports and units; 0 shows all
 * @param linkerMaps the maps of its link that were given
 * @param hasDebugInformation whether to read and show what debug information says: files and units
 */
public record InspectReport(
    BinaryFile file,
    List<Attempt> sideFiles,
    List<LinkerMap> linkerMaps,
    int limit,
    boolean hasDebugInformation)
    implements Report {
  private static final String SCHEMA = "weighbridge/inspect/1";

  /** Room for a word. */
  private static final int WORD = 11;

  /** Checks the values. */
  public InspectReport {
    Objects.requireNonNull(sideFiles, "sideFiles");
    Objects.requireNonNull(linkerMaps, "linkerMaps");
    Objects.requireNonNull(file, "file");
    sideFiles = List.copyOf(sideFiles);
    linkerMaps = List.copyOf(linkerMaps);
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  /** What the parser knows, without debug information, which takes longer to read. */
  public InspectReport(BinaryFile file, List<Attempt> sideFiles, int limit) {
    this(file, sideFiles, List.of(), limit, false);
  }

  @Override
  public Answer answer() {
    List<Part> parts = new ArrayList<>();
    String bytes = ", " + Figures.bytes(file.fileSize());
    parts.add(Prose.of(CommonParts.line(file).add(bytes)));
    parts.add(CommonParts.identity(file));
    parts.add(CommonParts.size(file));
    parts.add(ImageParts.container(file));
    List<List<Part>> images = new ArrayList<>();
    for (BinaryImage image : file.images()) {
      List<Part> ofImage = new ArrayList<>(new ImageParts(image, limit).parts());
      if (hasDebugInformation) {
        ofImage.addAll(new DebugParts(image, limit).parts());
      }
      images.add(ofImage);
    }
    parts.add(new GroupList("images", images));
    addLinkerMaps(parts);
    parts.add(attempts());
    parts.add(diagnostics());
    parts.add(CommonParts.diagnostics(file));
    return new Answer(SCHEMA, file.name(), parts);
  }

  private void addLinkerMaps(List<Part> parts) {
    List<List<Part>> maps = new ArrayList<>();
    linkerMaps.forEach(map -> maps.add(new LinkerMapParts(map, limit).parts()));
    if (!maps.isEmpty()) {
      parts.add(new GroupList("linkerMaps", maps));
    }
  }

  /** Places where nothing was looked for are no news for people. */
  private Table<Attempt> attempts() {
    Column<Attempt> kind = Column.word("kind", Attempt::kind);
    Column<Attempt> place = Column.name("place", Attempt::place);
    Column<Attempt> outcome =
        Column.word("outcome", attempt -> Words.key(attempt.match().outcome()));
    Column<Attempt> expected = Column.name("expected", attempt -> attempt.match().expected());
    Column<Attempt> found = Column.name("found", attempt -> attempt.match().found());
    return Table.of("sideFiles", sideFiles)
        .people(
            List.of(
                kind.titled("kind"),
                Column.<Attempt>word("", attempt -> Words.of(attempt.match().outcome()))
                    .titled("outcome"),
                expected.titled("expected"),
                found.titled("found"),
                place.titled("place")))
        .columns(Medium.OBJECTS, List.of(kind, place, outcome, expected, found))
        .heading(Words.heading("Side files", sideFiles.size()))
        .what("side file")
        .in(
            sideFiles.isEmpty()
                ? new Medium[] {Medium.OBJECTS}
                : new Medium[] {Medium.TEXT, Medium.MARKUP, Medium.OBJECTS})
        .build();
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
