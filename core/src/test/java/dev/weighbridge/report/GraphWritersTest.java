package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.graph.ItemRow;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.NodeFinder;
import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.report.RetainedReport.Selection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports of retained, why, garbage and remove. */
class GraphWritersTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/graph");
  private static final Path SAMPLE = Path.of("../examples/cli/src/sample/tally");

  private static Attribution open(String name) throws IOException {
    return BinaryModel.open(FOLDER.resolve(name)).attribution();
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf-x64.elf", "macho-arm64.macho", "pe-x64.exe", "wasm32.wasm"})
  void rowsOfTheFirstLevelAreTheFile(String name) throws IOException {
    Attribution attribution = open(name);
    for (int limit = 0; limit < 3; limit++) {
      RetainedReport report =
          new RetainedReport(attribution, new Selection(limit, 2, Optional.empty()));
      long sum = report.rows().stream().mapToLong(RetainedRow::retainedSize).sum();
      assertThat(sum).isEqualTo(attribution.file().fileSize());
      assertThat(report.total().retainedSize()).isEqualTo(sum);
      assertThat(report.rows())
          .extracting(RetainedRow::label)
          .endsWith("[not needed]", "[headers and tables]");
    }
  }

  @Test
  void aRowIsItsOwnBytesAndTheRowsBelow() throws IOException {
    Attribution attribution = BinaryModel.open(SAMPLE).attribution();
    RetainedReport report = new RetainedReport(attribution, new Selection(4, 1, Optional.empty()));
    List<RetainedRow> level = report.rows();
    int checked = 0;
    while (!level.isEmpty()) {
      RetainedRow largest = level.get(0);
      List<RetainedRow> below = report.below(largest);
      long sum = below.stream().mapToLong(RetainedRow::retainedSize).sum();
      int count = below.stream().mapToInt(RetainedRow::count).sum();
      assertThat(largest.fileSize() + sum).isEqualTo(largest.retainedSize());
      assertThat(1 + count).isEqualTo(largest.count());
      level = below;
      checked++;
    }
    assertThat(checked).isGreaterThan(5);
  }

  @Test
  void aFilterBeginsAtTheTopmostItems() throws IOException {
    Attribution attribution = open("elf-x64.elf");
    RetainedReport report =
        new RetainedReport(
            attribution, new Selection(0, 2, Optional.of(Pattern.compile("^(odd|even|jumps)$"))));
    assertThat(report.rows()).extracting(RetainedRow::label).containsExactly("odd", "jumps");
    assertThat(report.below(report.rows().get(0)))
        .extracting(RetainedRow::label)
        .containsExactly("even");
  }

  @Test
  void retainedIsWrittenAsAsked() throws IOException {
    Attribution attribution = open("elf-x64.elf");
    RetainedReport report = new RetainedReport(attribution, new Selection(1, 2, Optional.empty()));
    JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/retained/1");
    JsonTree first = json.list("rows").get(0);
    assertThat(first.string("label")).isEqualTo("start");
    assertThat(first.string("neededAs")).isEqualTo("entry point");
    assertThat(first.list("rows")).hasSize(2);
    assertThat(first.list("rows").get(0).number("retainedSize")).isPositive();
    List<String> csv = report.text(OutputFormat.CSV).lines().toList();
    assertThat(csv.get(0))
        .isEqualTo("level,label,retainedSize,fileSize,count,address,mangled,neededAs");
    assertThat(csv.get(1)).startsWith("1,start,").endsWith(",start,entry point");
    assertThat(csv.get(2)).startsWith("2,");
    assertThat(report.text(OutputFormat.TEXT)).contains("  start\n", "total\n");
  }

  @Test
  void whyNamesEachReference() throws IOException {
    Attribution attribution = open("elf-x64.elf");
    int called = new NodeFinder(attribution).named("called")[0];
    JsonTree json = JsonTree.of(new WhyReport(attribution, called, 1).text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/why/1");
    assertThat(json.number("pathCount")).isEqualTo(2);
    assertThat(json.list("paths")).hasSize(1);
    List<JsonTree> steps = json.list("paths").get(0).list("steps");
    assertThat(steps).extracting(step -> step.string("label")).containsExactly("start", "called");
    assertThat(steps.get(1).number("referenceOffset")).isPositive();
    assertThat(json.get("through").string("label")).isEqualTo("start");
    assertThat(new WhyReport(attribution, called, 1).text(OutputFormat.TEXT))
        .contains("All ways to it go through start\n2 ways, ", "entry point", "[1 others]");
    int alone = new NodeFinder(attribution).named("chain_end")[0];
    assertThat(new WhyReport(attribution, alone, 0).text(OutputFormat.TEXT))
        .contains("; nothing that is needed leads to it\n", "  chain_middle\n");
  }

  @Test
  void garbageIsTheRowNotNeeded() throws IOException {
    Attribution attribution = open("elf-x64.elf");
    GarbageReport report =
        new GarbageReport(attribution, new ItemTable.Selection(2, Optional.empty()));
    RetainedReport retained = new RetainedReport(attribution, Selection.DEFAULT);
    RetainedRow row =
        retained.rows().stream().filter(r -> r.label().equals("[not needed]")).findAny().get();
    assertThat(report.items().total().fileSize()).isEqualTo(row.retainedSize());
    assertThat(report.items().rows().stream().mapToLong(ItemRow::fileSize).sum())
        .isEqualTo(row.retainedSize());
    JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/garbage/1");
    assertThat(json.get("notNeeded").list("rows")).hasSize(3);
    assertThat(report.text(OutputFormat.CSV))
        .startsWith("what,label,fileSize,codeSize,count,address,mangled\nnotNeeded,dead_table,");
    assertThat(report.text(OutputFormat.TEXT)).contains("what nothing leads to\n", "total of 9\n");
  }

  @Test
  void aCrateGoesWithAllThatIsItsOwn() throws IOException {
    Attribution attribution = BinaryModel.open(SAMPLE).attribution();
    RemoveReport report =
        RemoveReport.ofCrate(
            attribution, CratePolicy.RESPONSIBLE, "gimli", ItemTable.Selection.DEFAULT);
    assertThat(report.removesAnything()).isTrue();
    assertThat(report.removed().rows()).anyMatch(row -> row.label().contains("gimli::read"));
    assertThat(report.following().total().fileSize()).isPositive();
    JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/remove/1");
    assertThat(json.string("without")).isEqualTo("crate gimli");
    assertThat(json.get("removed").number("fileSize") + json.get("following").number("fileSize"))
        .isEqualTo(report.fileSize());
    assertThat(
            RemoveReport.ofCrate(
                    attribution, CratePolicy.DEFINING, "none", ItemTable.Selection.DEFAULT)
                .removesAnything())
        .isFalse();
  }

  @Test
  void symbolsGoByTheirPattern() throws IOException {
    RemoveReport report =
        RemoveReport.ofSymbols(
            open("pe-x64.exe"), Pattern.compile("^odd$"), ItemTable.Selection.DEFAULT);
    assertThat(report.removed().rows()).extracting(ItemRow::label).containsExactly("odd");
    assertThat(report.following().rows()).extracting(ItemRow::label).containsExactly("even");
    assertThat(report.text(OutputFormat.TEXT))
        .contains(", without symbols matching ^odd$\n", "then no longer needed\n", "\nTogether ");
  }

  @Test
  void filesThatCannotBeFollowedAreRefused() throws IOException {
    Attribution s390x = Samples.fixture("c-s390x").attribution();
    assertThatThrownBy(() -> new RetainedReport(s390x, Selection.DEFAULT))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessage(
            "c-s390x: expected a linked program of x86_64 or little-endian aarch64, or a Wasm"
                + " module, found code of s390x");
    Attribution object = Samples.fixture("util.o").attribution();
    assertThatThrownBy(() -> new GarbageReport(object, ItemTable.Selection.DEFAULT))
        .hasMessageContaining(", found relocatable code of ");
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    BinaryModel.open(FOLDER.resolve("elf-x64.elf")).save(saved);
    Attribution model =
        BinaryModel.of("m", Bytes.of(saved.toByteArray()), OpenOptions.DEFAULT).attribution();
    assertThatThrownBy(() -> new WhyReport(model, 0, 1))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("a saved model, which has none");
  }
}
