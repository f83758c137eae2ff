package dev.weighbridge.wasm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the items of Wasm modules cost. */
class WasmPricesTest {
  /** Where memory 0 begins among the addresses of a module. */
  private static final long FIRST_MEMORY = 1L << 48;

  static Stream<String> everything() {
    return FixtureFolder.binaries("wasm").stream();
  }

  private static BinaryModel model(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static SizeRow row(SizeTree tree, String label) {
    return tree.rows().stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void explainsEveryByte(String fixture) {
    BinaryModel model = model(fixture);
    assertThat(model.diagnostics()).isEmpty();
    assertThat(model.bySymbol().fileSize(Basis.RESIDUAL)).isZero();
  }

  @Test
  void aFunctionCostsItsBodyAndItsEntries() {
    SizeRow row = row(model("wasm/c-wasm32-relocs.wasm").bySymbol(), "api_crc");
    assertThat(row.fileSize(Kind.CODE)).isEqualTo(16);
    assertThat(row.fileSize(Kind.LINKING)).as("function entry and export").isEqualTo(1 + 10);
    assertThat(row.fileSize(Kind.NAMES)).as("name and symbol").isEqualTo(9 + 11);
    assertThat(row.fileSize(Kind.RELOCATIONS)).isEqualTo(4);
    assertThat(row.fileSize()).isEqualTo(51);
    assertThat(row.memorySize()).isEqualTo(16);
  }

  @Test
  void codeAloneIsTheBodies() {
    OpenOptions own = OpenOptions.DEFAULT.withPricing(Pricing.OWN);
    BinaryModel model = BinaryModel.of("own", Fixtures.bytes("wasm/c-wasm32-relocs.wasm"), own);
    assertThat(row(model.bySymbol(), "crc32_of").fileSize()).isEqualTo(337);
  }

  @Test
  void itemsHaveRowsOfTheirOwn() {
    SizeTree tree = model("wasm/features.wasm").bySymbol();
    assertThat(tree.rows())
        .extracting(SizeRow::label)
        .contains(
            "type[0] point", "table[1] externs", "memory[1] main", "tag[0] oops", "elem[0] e0")
        .contains("data[1] active", "global[3] v", "log", "[name]", "[section header]");
    assertThat(row(tree, "data[1] active").fileSize(Kind.DATA)).isEqualTo(22);
  }

  @Test
  void memoryIsCodeAndTheInitialPages() {
    BinaryModel model = model("wasm/c-wasm32-relocs.wasm");
    assertThat(model.memorySize()).isEqualTo(555 + 2 * 65_536);
    assertThat(row(model.bySegment(), ".rodata #1 r").memorySize()).isEqualTo(1024);
    assertThat(row(model.byKind(), "[rodata]").fileSize()).isEqualTo(1024);
    assertThat(model.explainAddress(FIRST_MEMORY + 65_536 + 1024 + 16)).isPresent();
    assertThat(model.explainAddress(1).orElseThrow().toString()).contains("crc32_of");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void damagedFilesAddUpToo(String fixture) {
    Mutations.of(fixture, Fixtures.array(fixture)).check(WasmPricesTest::weigh);
  }

  private static void weigh(Bytes bytes) {
    BinaryModel model = BinaryModel.of("damaged", bytes, OpenOptions.DEFAULT);
    long sum = model.bySymbol().rows().stream().mapToLong(SizeRow::fileSize).sum();
    assertThat(sum).isEqualTo(bytes.length());
  }
}
