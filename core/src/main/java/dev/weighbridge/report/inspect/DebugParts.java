package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.DebugFile;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What debug information says of one image: where it is from, and its units. */
final class DebugParts {
  private static final int NUMBER = 11;

  /** One unit; its debug bytes are those without compression. */
  private record Unit(UnitTable table, int row, long codeSize, long debugSize) {
    String name() {
      return table.name(row).isEmpty() ? table.splitName(row) : table.name(row);
    }

    String kind() {
      return Words.key(table.role(row));
    }
  }

  private final BinaryImage image;
  private final DebugInformation debug;
  private final int limit;

  DebugParts(BinaryImage image, int limit) {
    this.image = image;
    this.debug = image.debug();
    this.limit = limit;
  }

  List<Part> parts() {
    return List.of(files(), units(), defects());
  }

  private Table<DebugFile> files() {
    List<DebugFile> files = debug.isPresent() ? debug.files() : List.of();
    Column<DebugFile> name =
        Column.name("name", file -> file.name().isEmpty() ? "the file itself" : file.name());
    Column<DebugFile> identity = Column.nameIfAny("identity", DebugFile::identity);
    return Table.of("debugFiles", files)
        .people(List.of(name.titled("file"), identity.titled("identity")))
        .columns(Medium.RECORDS, List.of(inImage(), name, identity))
        .columns(Medium.OBJECTS, List.of(name, identity))
        .heading(Words.heading("Debug information from files", files.size()))
        .what("debug file")
        .build();
  }

  private <R> Column<R> inImage() {
    return Column.name("image", row -> image.name());
  }

  private List<Unit> all() {
    UnitTable table = debug.units();
    long[] code = new long[table.count()];
    long[] bytes = new long[table.count()];
    AddressMap map = table.code();
    for (int range = 0; range < map.count(); range++) {
      code[map.row(range)] += map.end(range) - map.start(range);
    }
    DebugBytes owners = debug.bytes();
    int ranges = owners.firstRange(owners.sections().size());
    for (int range = 0; range < ranges; range++) {
      if (owners.owner(range) >= 0) {
        bytes[owners.owner(range)] += owners.end(range) - owners.start(range);
      }
    }
    List<Unit> units = new ArrayList<>();
    for (int row = 0; row < table.count(); row++) {
      units.add(new Unit(table, row, code[row], bytes[row]));
    }
    units.sort(
        Comparator.comparingLong(Unit::codeSize).thenComparingLong(Unit::debugSize).reversed());
    return units;
  }

  private Table<Unit> units() {
    List<Unit> units = all();
    List<Unit> shown = limit == 0 ? units : units.subList(0, Math.min(limit, units.size()));
    Column<Unit> code = Column.bytes("codeSize", Unit::codeSize).titled("code").wide(NUMBER);
    Column<Unit> bytes =
        Column.bytes("debugSize", Unit::debugSize).titled("debug bytes").wide(NUMBER);
    Column<Unit> version =
        Column.<Unit>number("version", unit -> unit.table().version(unit.row())).titled("version");
    Column<Unit> kind = Column.word("kind", Unit::kind).titled("kind");
    Column<Unit> language =
        Column.<Unit>nameIfAny("language", unit -> unit.table().language(unit.row()))
            .titled("language");
    Column<Unit> name = Column.name("name", Unit::name).titled("name");
    Column<Unit> directory =
        Column.nameIfAny("directory", unit -> unit.table().directory(unit.row()));
    Column<Unit> producer = Column.nameIfAny("producer", unit -> unit.table().producer(unit.row()));
    Column<Unit> file = Column.number("file", unit -> unit.table().file(unit.row()));
    List<Column<Unit>> members =
        List.of(name, directory, kind, language, version, producer, file, code, bytes);
    List<Column<Unit>> fields = new ArrayList<>(List.of(inImage()));
    fields.addAll(members);
    return Table.of("units", shown)
        .people(List.of(code, bytes, version, kind, language, name))
        .columns(Medium.RECORDS, fields)
        .columns(Medium.OBJECTS, members)
        .heading(Words.heading("Units", units.size()))
        .what("unit")
        .build();
  }

  /** Of all tables, since a defect is known once its table was read. */
  private Table<Diagnostic> defects() {
    debug.lines();
    debug.inlines();
    debug.variables();
    List<Diagnostic> found = debug.diagnostics();
    return Table.of("debugDiagnostics", found)
        .people(
            List.of(
                Column.<Diagnostic>word("", defect -> Words.of(defect.severity()))
                    .wide(NUMBER)
                    .titled("Severity"),
                Column.sentence("", Diagnostic::sentence).titled("Diagnostic")))
        .columns(
            Medium.OBJECTS,
            List.of(
                Column.word("severity", defect -> Words.key(defect.severity())),
                Column.sentence("text", Diagnostic::sentence)))
        .heading(Words.heading("Diagnostics of debug information", found.size()))
        .withoutTitles()
        .in(Medium.TEXT, Medium.MARKUP, Medium.OBJECTS)
        .build();
  }
}
