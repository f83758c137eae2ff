package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What the parser knows of a file, as tables for people. */
final class InspectText implements ReportWriter<InspectReport> {
  private static final int ADDRESS = 18;
  private static final int PLACE = 12;
  private static final int NUMBER = 13;
  private static final int WORD = 13;

  @Override
  public void write(InspectReport report, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    BinaryFile file = report.file();
    line.add(SafeText.of(file.name())).add(": ").add(file.format()).add(" ");
    line.add(file.machine()).add(", ").add(Figures.grouped(file.fileSize())).add(" bytes").end();
    if (file.container().count() > 0) {
      structures("Structures around the images", file.container(), line);
    }
    for (BinaryImage image : file.images()) {
      identity(image, line);
      structures("Structures", image.structures(), line);
      segments(image, line);
      sections(image, line);
      symbols(report, "Symbols", SymbolRows.named(image), line);
      symbols(report, "Imports", SymbolRows.imports(image), line);
      symbols(report, "Exports", SymbolRows.exports(image), line);
    }
    diagnostics(file, line);
  }

  private static void identity(BinaryImage image, TextLine line) throws IOException {
    line.end();
    if (!image.name().isEmpty()) {
      fact("image", SafeText.of(image.name()), line);
    }
    String order = image.isLittleEndian() ? "little-endian" : "big-endian";
    String type = image.isRelocatable() ? ", relocatable" : "";
    fact(
        "machine",
        image.machine().name() + ", " + image.addressBits() + " bits, " + order + type,
        line);
    if (image.identity().isPresent()) {
      fact(image.identity().get().type(), image.identity().get().text(), line);
    }
    if (image.debugLink().isPresent()) {
      fact("debug link", SafeText.of(image.debugLink().get().fileName()), line);
    }
    for (String library : image.neededLibraries()) {
      fact("needs", SafeText.of(library), line);
    }
    fact("functions", Figures.grouped(image.functions().count()) + " extents", line);
    fact("relocations", Figures.grouped(image.relocations().count()), line);
    if (image.paddedCodeBytes() > 0) {
      String bytes = Figures.grouped(image.paddedCodeBytes()) + " bytes, in numbers longer than";
      fact("code padding", bytes + " they need be", line);
    }
  }

  private static void fact(String name, String text, TextLine line) throws IOException {
    line.left(name, WORD).add("  ").add(text).end();
  }

  private static void structures(String title, StructureTable structures, TextLine line)
      throws IOException {
    StructureSums sums = new StructureSums(structures);
    heading(title, structures.count(), line);
    line.right("first at", PLACE).add("  ").right("count", NUMBER).add("  ");
    line.right("bytes", NUMBER).add("  ").left("kind", WORD).add("label").end();
    for (int i = 0; i < sums.labels(); i++) {
      if (sums.count(i) > 0) {
        line.right(Figures.hex(sums.fileStart(i)), PLACE).add("  ");
        line.right(Figures.grouped(sums.count(i)), NUMBER).add("  ");
        line.right(Figures.grouped(sums.fileSize(i)), NUMBER).add("  ");
        line.left(sums.kind(i).key(), WORD).add(sums.label(i)).end();
      }
    }
  }

  private static void segments(BinaryImage image, TextLine line) throws IOException {
    heading("Segments", image.segments().count(), line);
    line.right("file offset", PLACE).add("  ").right("file size", NUMBER).add("  ");
    line.right("address", ADDRESS).add("  ").right("memory size", NUMBER).add("  name").end();
    for (int i = 0; i < image.segments().count(); i++) {
      Segment segment = image.segments().row(i);
      line.right(Figures.hex(segment.fileStart()), PLACE).add("  ");
      line.right(Figures.grouped(segment.fileEnd() - segment.fileStart()), NUMBER).add("  ");
      line.right(Figures.hex(segment.address()), ADDRESS).add("  ");
      line.right(Figures.grouped(segment.memorySize()), NUMBER).add("  ");
      line.add(SafeText.of(segment.name())).add(" ").add(segment.permissions()).end();
    }
  }

  private static void sections(BinaryImage image, TextLine line) throws IOException {
    SectionTable sections = image.sections();
    heading("Sections", sections.count(), line);
    line.right("file offset", PLACE).add("  ").right("file size", NUMBER).add("  ");
    line.right("address", ADDRESS).add("  ").right("memory size", NUMBER).add("  ");
    line.left("kind", WORD).add("name").end();
    for (int i = 0; i < sections.count(); i++) {
      Section section = sections.row(i);
      line.right(Figures.hex(section.fileStart()), PLACE).add("  ");
      line.right(Figures.grouped(section.fileEnd() - section.fileStart()), NUMBER).add("  ");
      line.right(Figures.hex(section.address()), ADDRESS).add("  ");
      line.right(Figures.grouped(section.memorySize()), NUMBER).add("  ");
      line.left(section.kind().key(), WORD).add(SafeText.of(section.name())).end();
    }
  }

  private static void symbols(InspectReport report, String title, SymbolRows rows, TextLine line)
      throws IOException {
    heading(title, rows.count(), line);
    if (rows.count() == 0) {
      return;
    }
    line.right("address", ADDRESS).add("  ").right("size", NUMBER).add("  ");
    line.left("type", WORD).left("binding", WORD).left("table", WORD).add("name").end();
    SymbolTable symbols = rows.symbols();
    int shown = report.shown(rows.count());
    for (int i = 0; i < shown; i++) {
      int row = rows.row(i);
      boolean isDefined = symbols.section(row) != SymbolTable.UNDEFINED;
      line.right(isDefined ? Figures.hex(symbols.address(row)) : "-", ADDRESS).add("  ");
      line.right(Figures.grouped(symbols.memorySize(row)), NUMBER).add("  ");
      line.left(word(symbols.type(row)), WORD).left(word(symbols.binding(row)), WORD);
      line.left(word(symbols.source(row)), WORD).add(" ");
      line.add(SafeText.of(symbols.name(row))).end();
    }
    if (shown < rows.count()) {
      line.add("[").add(Integer.toString(rows.count() - shown)).add(" others]").end();
    }
  }

  private static void diagnostics(BinaryFile file, TextLine line) throws IOException {
    List<Diagnostic> diagnostics = file.diagnostics();
    heading("Diagnostics", diagnostics.size(), line);
    for (Diagnostic diagnostic : diagnostics) {
      line.left(word(diagnostic.severity()), WORD);
      line.add(SafeText.of(diagnostic.sentence())).end();
    }
  }

  private static void heading(String title, int count, TextLine line) throws IOException {
    line.end();
    line.add(title).add(": ").add(count == 0 ? "none" : Figures.grouped(count)).end();
  }

  /** A constant as words: {@code dynamic table}. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
