package dev.weighbridge.macho;

import static dev.weighbridge.testing.BinaryModelAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.MachOWriter;
import dev.weighbridge.tree.SizeRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Mach-O files weigh. */
class MachOWeighTest {
  private static BinaryModel model(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes("macho/" + fixture), OpenOptions.DEFAULT);
  }

  private static BinaryModel own(String name, Bytes file) {
    return BinaryModel.of(name, file, OpenOptions.DEFAULT.withPricing(Pricing.OWN));
  }

  /** No owner reaches over the next symbol, function start or section end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny-x64",
        "tiny-arm64",
        "tiny-arm64-g",
        "libfix-x64.dylib",
        "libfix-arm64.dylib",
        "old-x64",
        "libfixlib-arm64.dylib",
        "j2c-x64-all-strip",
        "j2c-arm64-chained"
      })
  void noOwnerReachesOverTheNextBoundary(String fixture) {
    Attribution attribution = own(fixture, Fixtures.bytes("macho/" + fixture)).attribution();
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    NavigableSet<Long> borders = borders(attribution);
    int checked = 0;
    for (int span = 0; span < partition.spanCount(); span++) {
      int owner = partition.owner(span);
      long address = attribution.address(span);
      if (!owners.isLabel(owner) && address >= 0) {
        Long next = borders.higher(owners.address(owner));
        long end = address + partition.memorySize(span);
        assertThat(next == null || end <= next)
            .as("%s ends at %x, border %x", owners.text(owner), end, next)
            .isTrue();
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  private static NavigableSet<Long> borders(Attribution attribution) {
    NavigableSet<Long> borders = new TreeSet<>();
    MachOFile macho = attribution.file().as(MachOFile.class).orElseThrow();
    macho.functionStarts().stream().forEach(borders::add);
    for (Section section : attribution.sections()) {
      borders.add(section.address());
      borders.add(section.address() + section.memorySize());
    }
    SymbolTable symbols = attribution.file().images().get(0).symbols();
    symbols.stream()
        .filter(s -> s.section() >= 0 && s.source() != null)
        .filter(s -> s.type() != SymbolType.MAPPING)
        .forEach(s -> borders.add(s.address()));
    return borders;
  }

  /**
   * A guard variable at the end of memory that starts as zero must not get what follows in file.
   */
  @Test
  void theLastSymbolDoesNotGetTheRestOfTheFile() {
    MachOWriter file =
        new MachOWriter()
            .section("__text", 0x80000400, new byte[32])
            .zeroFill("__bss", 8)
            .symbol("_f", 0x0F, 1, 0, MachOWriter.address(0))
            .symbol("_guard", 0x0F, 2, 0, MachOWriter.address(1));
    BinaryModel model = own("guard", file.bytes());
    assertThat(model).coversFileExactly();
    SizeRow guard = row(model.bySymbol().rows(), "_guard");
    assertThat(guard.fileSize()).isZero();
    assertThat(guard.memorySize()).isEqualTo(8);
    assertThat(row(model.bySymbol().rows(), "_f").fileSize()).isEqualTo(32);
  }

  private static SizeRow row(List<SizeRow> rows, String label) {
    return rows.stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"libfixlib-arm64.dylib", "j2c-x64-all-strip", "j2c-arm64-chained"})
  void almostNothingIsLeftOver(String fixture) {
    assertThat(model(fixture)).coversFileExactly().hasAtMost(0.03, Basis.RESIDUAL);
  }

  /** Stubs, pointers, opcodes, row and name of an import are its own. */
  @Test
  void importsPayForTheirStubs() {
    SizeRow memcpy = row(model("libfixlib-arm64.dylib").bySymbol().rows(), "_memcpy");
    assertThat(memcpy.fileSize(Kind.LINKING)).isGreaterThan(12 + 12 + 8 + 8);
    assertThat(memcpy.fileSize(Kind.NAMES)).isEqualTo(16 + 8);
    assertThat(memcpy.fileSize(Kind.CODE)).isZero();
  }

  @Test
  void exportsPayForTheirNodes() {
    SizeRow crc = row(model("libfix-x64.dylib").bySymbol().rows(), "_api_crc");
    assertThat(crc.fileSize(Kind.LINKING)).isPositive();
    assertThat(crc.fileSize(Kind.CODE)).isPositive();
  }

  @Test
  void aStrippedFunctionHasItsExtent() {
    BinaryModel model = own("s", Fixtures.bytes("macho/j2c-x64-all-strip"));
    long functions =
        model.bySymbol().rows().stream()
            .filter(r -> r.label().startsWith("[function 0x"))
            .filter(r -> r.fileSize() > 0)
            .count();
    MachOFile macho = model.file().as(MachOFile.class).orElseThrow();
    assertThat(functions).isGreaterThanOrEqualTo(macho.functionStarts().count() - 2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-universal", "tiny-universal64"})
  void universalFilesWeighByArchitecture(String fixture) {
    BinaryModel model = model(fixture);
    assertThat(model).coversFileExactly();
    List<SizeRow> rows = model.by(Dimensions.IMAGE, Dimensions.SYMBOL).rows();
    assertThat(rows)
        .extracting(SizeRow::label)
        .containsExactlyInAnyOrder("x86_64", "arm64", "[container]");
    SizeRow container = row(rows, "[container]");
    assertThat(container.rows())
        .extracting(SizeRow::label)
        .contains("[fat header]", "[fat architecture]", "[padding]");
    assertThat(row(rows, "x86_64").fileSize()).isEqualTo(Fixtures.array("macho/tiny-x64").length);
  }

  /** A string ends at its NUL, even where nothing refers to the next one. */
  @Test
  void aFunctionPaysForTheStringItRefersTo() {
    byte[] code = new byte[32];
    long distance = MachOWriter.address(1) + 4 - (MachOWriter.address(0) + 7);
    byte[] lea = new ByteWriter().u8(0x48, 0x8D, 0x3D).u32(distance).array();
    System.arraycopy(lea, 0, code, 0, lea.length);
    MachOWriter file =
        new MachOWriter()
            .section("__text", 0x80000400, code)
            .section("__cstring", 2, "one\0two\0\0three\0".getBytes(StandardCharsets.UTF_8))
            .symbol("_f", 0x0F, 1, 0, MachOWriter.address(0));
    BinaryModel model = BinaryModel.of("strings", file.bytes(), OpenOptions.DEFAULT);
    assertThat(row(model.bySymbol().rows(), "_f").fileSize(Kind.RODATA))
        .isEqualTo("two\0\0".length());
  }
}
