package dev.weighbridge.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.Tables;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.PackageMeasures;
import dev.weighbridge.query.UnknownWordException;
import dev.weighbridge.report.table.CsvTable;
import dev.weighbridge.report.table.JsonTable;
import dev.weighbridge.shipped.Shipping;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of tables, against trees that are made in another way. */
class TablesTest {
  private static final TableShape ALL = new TableShape(levels(), Set.of());

  @TempDir Path folder;

  private static Set<TableColumn> levels() {
    Set<TableColumn> levels = EnumSet.allOf(TableColumn.class);
    levels.removeIf(column -> !column.isLevel());
    return levels;
  }

  private static BinaryModel model(String fixture) throws IOException {
    return BinaryModel.of("file", Bytes.of(Fixtures.array(fixture)), OpenOptions.DEFAULT);
  }

  /** A row that is kept: texts and numbers by column. */
  private static final class Rows implements TableSink {
    final List<Map<TableColumn, Object>> all = new ArrayList<>();

    @Override
    public void add(TableRow row) {
      Map<TableColumn, Object> copy = new EnumMap<>(TableColumn.class);
      for (TableColumn column : TableColumn.all()) {
        if (row.has(column)) {
          copy.put(column, column.isNumber() ? (Object) row.number(column) : row.text(column));
        }
      }
      all.add(copy);
    }

    long sum(TableColumn column) {
      return all.stream().mapToLong(row -> (Long) row.getOrDefault(column, 0L)).sum();
    }

    Map<String, Long> sums(TableColumn key, TableColumn of) {
      Map<String, Long> sums = new TreeMap<>();
      for (Map<TableColumn, Object> row : all) {
        sums.merge((String) row.get(key), (Long) row.get(of), Long::sum);
      }
      return sums;
    }

    void assertThatKeysDiffer() {
      List<Map<TableColumn, Object>> keys = new ArrayList<>();
      for (Map<TableColumn, Object> row : all) {
        Map<TableColumn, Object> key = new EnumMap<>(row);
        key.keySet().removeIf(TableColumn::isNumber);
        keys.add(key);
      }
      assertThat(keys).doesNotHaveDuplicates();
    }
  }

  private static Rows rows(BinaryModel model, TableShape shape) throws IOException {
    Rows rows = new Rows();
    Tables.write(model, "some/file", shape, rows);
    return rows;
  }

  private static Map<String, Long> sums(BinaryModel model, Dimension dimension) {
    Map<String, Long> sums = new TreeMap<>();
    for (SizeRow row : model.by(dimension).rows()) {
      sums.merge(row.label(), row.fileSize(), Long::sum);
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dwarf/c-x64-g-dwarf4",
        "dwarf/macho-libparse.a",
        "dwarf/art.exe",
        "dwarf/art.wasm",
        "dwarf/app-full-v5-v0-zlib"
      })
  void haveEveryByteOnceAndAsTheDimensionsSay(String fixture) throws IOException {
    BinaryModel model = model(fixture);
    Rows rows = rows(model, ALL);
    rows.assertThatKeysDiffer();
    assertThat(rows.sum(TableColumn.FILE_SIZE)).isEqualTo(model.fileSize());
    assertThat(rows.sum(TableColumn.MEMORY_SIZE)).isEqualTo(model.memorySize());
    assertThat(rows.sums(TableColumn.SECTION, TableColumn.FILE_SIZE))
        .isEqualTo(sums(model, Dimensions.SECTION));
    assertThat(rows.sums(TableColumn.UNIT, TableColumn.FILE_SIZE))
        .isEqualTo(sums(model, Dimensions.UNIT));
    assertThat(rows.sums(TableColumn.FUNCTION, TableColumn.FILE_SIZE))
        .isEqualTo(sums(model, Dimensions.FUNCTION));
    for (int kind = 0; kind < Kind.count(); kind++) {
      long bytes = model.byKind().fileSize(Kind.of(kind));
      assertThat(
              rows.sums(TableColumn.KIND, TableColumn.FILE_SIZE)
                  .getOrDefault(Kind.of(kind).key(), 0L))
          .isEqualTo(bytes);
    }
  }

  @Test
  void fewerLevelsAreFewerRowsOfTheSameBytes() throws IOException {
    BinaryModel model = model("dwarf/c-x64-g-dwarf4");
    Rows one = rows(model, TableShape.USUAL.by("file"));
    assertThat(one.all)
        .containsExactly(
            Map.of(
                TableColumn.SCHEMA, "weighbridge/table/1",
                TableColumn.FILE, "some/file",
                TableColumn.FORMAT, "ELF",
                TableColumn.MACHINE, "x86_64",
                TableColumn.FILE_SIZE, model.fileSize(),
                TableColumn.MEMORY_SIZE, model.memorySize()));
    Rows sections = rows(model, TableShape.USUAL.by("section"));
    assertThat(sections.all).hasSize(model.bySection().rows().size());
  }

  @Test
  void measuresAreToldWhenAsked() throws IOException {
    BinaryModel model = model("dwarf/app-full-v5-v0-zlib");
    TableShape shape = TableShape.USUAL.measuring("shipped,debug,inlined");
    BinaryModel packed = model.withShipping(Shipping.compressed("gzip:6"));
    Rows rows = rows(packed, shape);
    long shipped =
        packed.by(List.of(Dimensions.KIND), List.of(Measures.SHIPPED)).value(Measures.SHIPPED);
    assertThat(rows.sum(TableColumn.SHIPPED)).isEqualTo(shipped);
    assertThat(rows.all)
        .filteredOn(row -> row.containsValue("[frame]"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsKey(TableColumn.CRATE)
                    .doesNotContainKey(TableColumn.VERSION));
    long debug = model.by(List.of(Dimensions.KIND), List.of(Measures.DEBUG)).value(Measures.DEBUG);
    assertThat(rows.sum(TableColumn.DEBUG)).isEqualTo(debug);
    long inlined = model.inlines().functions().stream().mapToLong(one -> one.inlinedSize()).sum();
    assertThat(rows.sum(TableColumn.INLINED)).isEqualTo(inlined).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app-docker.tar", "lib.jar", "app-xz.deb", "app-newc.cpio"})
  void ofPackagesHaveEveryByteThatTravels(String fixture) throws IOException {
    Path file = folder.resolve(fixture);
    Files.write(file, Fixtures.array("packages/" + fixture));
    PackageModel model = PackageModel.open(file);
    Rows rows = new Rows();
    Tables.write(file, fixture, TableShape.USUAL, OpenOptions.DEFAULT, rows);
    rows.assertThatKeysDiffer();
    assertThat(rows.sum(TableColumn.SHIPPED)).isEqualTo(model.shippedSize());
    Map<String, Long> expected = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.ENTRY).rows()) {
      long shipped = row.value(PackageMeasures.SHIPPED);
      if (shipped > 0 || row.fileSize() > 0) {
        expected.put(row.label(), shipped);
      }
    }
    assertThat(rows.sums(TableColumn.ENTRY, TableColumn.SHIPPED)).isEqualTo(expected);
    assertThat(rows.sum(TableColumn.FILE_SIZE))
        .isEqualTo(model.by(Dimensions.LAYER, Dimensions.ENTRY).fileSize());
    assertThat(rows.all.stream().map(row -> row.get(TableColumn.FORMAT))).contains("ELF");
  }

  @Test
  void whatIsNoProgramGivesNoRowButTheOneThatIsAskedFor() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "no program\n");
    Rows rows = new Rows();
    assertThatThrownBy(
            () -> Tables.write(file, "notes.txt", TableShape.USUAL, OpenOptions.DEFAULT, rows))
        .isInstanceOf(BinaryException.class);
    assertThat(rows.all).isEmpty();
    Tables.writeError("notes.txt", "no program", rows);
    assertThat(rows.all)
        .containsExactly(
            Map.of(
                TableColumn.SCHEMA, "weighbridge/table/1",
                TableColumn.FILE, "notes.txt",
                TableColumn.ERROR, "no program"));
  }

  @Test
  void areWrittenAsRecordsAndAsLines() throws IOException {
    StringBuilder csv = new StringBuilder();
    StringBuilder json = new StringBuilder();
    BinaryModel model = model("dwarf/c-x64-g-dwarf4");
    TableShape shape = TableShape.USUAL.by("file");
    CsvTable records = new CsvTable(csv);
    Tables.write(model, "=a,b", shape, records);
    Tables.writeError("c", "why", records);
    Tables.write(model, "=a,b", shape, new JsonTable(json));
    Tables.writeError("c", "why", new JsonTable(json));
    String sizes = model.fileSize() + "," + model.memorySize();
    assertThat(csv.toString().lines().skip(1))
        .containsExactly(
            "weighbridge/table/1,\"'=a,b\",,ELF,x86_64,,,,,,,,,,,,,," + sizes + ",,,",
            "weighbridge/table/1,c,why,,,,,,,,,,,,,,,,,,,,");
    assertThat(json.toString().lines())
        .containsExactly(
            "{\"schema\":\"weighbridge/table/1\",\"file\":\"=a,b\",\"format\":\"ELF\",\"machine\":"
                + "\"x86_64\",\"fileSize\":%d,\"memorySize\":%d}"
                    .formatted(model.fileSize(), model.memorySize()),
            "{\"schema\":\"weighbridge/table/1\",\"file\":\"c\",\"error\":\"why\"}");
  }

  @Test
  void refusesWordsThatAreNoColumn() {
    assertThatThrownBy(() -> TableShape.USUAL.by("section,crates"))
        .isInstanceOf(UnknownWordException.class)
        .hasMessageContaining("did you mean crate?");
    assertThatThrownBy(() -> TableShape.USUAL.by("crate,crate"))
        .isInstanceOf(UnknownWordException.class);
    assertThatThrownBy(() -> TableShape.USUAL.measuring("fileSize"))
        .isInstanceOf(UnknownWordException.class);
    assertThatThrownBy(() -> new TableShape(Set.of(TableColumn.FILE), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
