package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.report.writing.JsonText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What the parser knows of a file as JSON of the schema {@value #SCHEMA}. */
final class InspectJson implements ReportWriter<InspectReport> {
  /** The schema and its version. */
  static final String SCHEMA = "weighbridge/inspect/1";

  @Override
  public void write(InspectReport report, Appendable out) throws IOException {
    JsonText.write(out, json -> document(json, report));
  }

  private static void document(JsonGenerator json, InspectReport report) {
    BinaryFile file = report.file();
    JsonText.begin(json, SCHEMA, file);
    json.writeNumberProperty("fileSize", file.fileSize());
    structures(json, "container", file.container());
    json.writeArrayPropertyStart("images");
    for (BinaryImage image : file.images()) {
      json.writeStartObject();
      identity(json, image);
      structures(json, "structures", image.structures());
      segments(json, image);
      sections(json, image);
      symbols(json, "symbols", report, image, SymbolRows.named(image));
      symbols(json, "imports", report, image, SymbolRows.imports(image));
      symbols(json, "exports", report, image, SymbolRows.exports(image));
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonText.diagnostics(json, file);
    json.writeEndObject();
  }

  private static void identity(JsonGenerator json, BinaryImage image) {
    json.writeStringProperty("name", image.name());
    json.writeStringProperty("machine", image.machine().name());
    json.writeNumberProperty("addressBits", image.addressBits());
    json.writeBooleanProperty("isLittleEndian", image.isLittleEndian());
    json.writeBooleanProperty("isRelocatable", image.isRelocatable());
    json.writeNumberProperty("fileStart", image.fileStart());
    json.writeNumberProperty("fileEnd", image.fileEnd());
    if (image.identity().isPresent()) {
      json.writeObjectPropertyStart("identity");
      json.writeStringProperty("type", image.identity().get().type());
      json.writeStringProperty("text", image.identity().get().text());
      json.writeEndObject();
    }
    if (image.debugLink().isPresent()) {
      json.writeObjectPropertyStart("debugLink");
      json.writeStringProperty("fileName", image.debugLink().get().fileName());
      json.writeNumberProperty("checksum", image.debugLink().get().checksum());
      json.writeEndObject();
    }
    JsonText.texts(json, "libraries", image.neededLibraries());
    json.writeNumberProperty("functionCount", image.functions().count());
    json.writeNumberProperty("relocationCount", image.relocations().count());
    json.writeNumberProperty("paddedCodeBytes", image.paddedCodeBytes());
  }

  private static void structures(JsonGenerator json, String list, StructureTable structures) {
    StructureSums sums = new StructureSums(structures);
    json.writeArrayPropertyStart(list);
    for (int i = 0; i < sums.labels(); i++) {
      if (sums.count(i) > 0) {
        json.writeStartObject();
        json.writeStringProperty("label", sums.label(i));
        json.writeStringProperty("kind", sums.kind(i).key());
        json.writeNumberProperty("fileStart", sums.fileStart(i));
        json.writeNumberProperty("fileSize", sums.fileSize(i));
        json.writeNumberProperty("count", sums.count(i));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void segments(JsonGenerator json, BinaryImage image) {
    json.writeArrayPropertyStart("segments");
    for (int i = 0; i < image.segments().count(); i++) {
      Segment segment = image.segments().row(i);
      json.writeStartObject();
      json.writeStringProperty("name", segment.name());
      json.writeNumberProperty("fileStart", segment.fileStart());
      json.writeNumberProperty("fileSize", segment.fileEnd() - segment.fileStart());
      JsonText.address(json, "address", segment.address());
      json.writeNumberProperty("memorySize", segment.memorySize());
      json.writeBooleanProperty("isLoaded", segment.isLoaded());
      json.writeStringProperty("permissions", segment.permissions());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void sections(JsonGenerator json, BinaryImage image) {
    json.writeArrayPropertyStart("sections");
    for (int i = 0; i < image.sections().count(); i++) {
      Section section = image.sections().row(i);
      json.writeStartObject();
      json.writeStringProperty("name", section.name());
      json.writeNumberProperty("fileStart", section.fileStart());
      json.writeNumberProperty("fileSize", section.fileEnd() - section.fileStart());
      JsonText.address(json, "address", section.address());
      json.writeNumberProperty("memorySize", section.memorySize());
      json.writeNumberProperty("alignment", section.alignment());
      json.writeStringProperty("kind", section.kind().key());
      json.writeArrayPropertyStart("traits");
      for (SectionTrait trait : SectionTrait.values()) {
        if (section.traits().contains(trait)) {
          json.writeString(word(trait));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void symbols(
      JsonGenerator json, String list, InspectReport report, BinaryImage image, SymbolRows rows) {
    json.writeObjectPropertyStart(list);
    json.writeNumberProperty("count", rows.count());
    json.writeArrayPropertyStart("rows");
    int shown = report.shown(rows.count());
    for (int i = 0; i < shown; i++) {
      symbol(json, image, rows.row(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void symbol(JsonGenerator json, BinaryImage image, int row) {
    SymbolTable symbols = image.symbols();
    int section = symbols.section(row);
    json.writeStartObject();
    json.writeStringProperty("name", symbols.name(row));
    long address = section == SymbolTable.UNDEFINED ? -1 : symbols.address(row);
    JsonText.address(json, "address", address);
    json.writeNumberProperty("memorySize", symbols.memorySize(row));
    if (section >= 0) {
      json.writeStringProperty("section", image.sections().row(section).name());
    }
    json.writeStringProperty("type", word(symbols.type(row)));
    json.writeStringProperty("binding", word(symbols.binding(row)));
    json.writeStringProperty("source", word(symbols.source(row)));
    json.writeEndObject();
  }

  /** A constant as a word: {@code dynamic_table}. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
