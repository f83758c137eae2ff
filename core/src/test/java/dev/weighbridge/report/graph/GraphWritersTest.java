package dev.weighbridge.report.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.graph.ItemRow;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.NodeFinder;
import dev.weighbridge.graph.Removal;
import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.graph.RetainedTree.Selection;
import dev.weighbridge.report.JsonTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reports of retained, why, garbage and remove. */
class GraphWritersTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/graph");
  private static final Path SAMPLE = Path.of("../examples/cli/src/sample/tally");

  private static Attribution open(String name) throws IOException {
    return BinaryModel.open(FOLDER.resolve(name)).attribution();
  }

  @Test
  void retainedIsWrittenAsAsked() throws IOException {
    Attribution attribution = open("elf-x64.elf");
    RetainedReport report =
        new RetainedReport(new RetainedTree(attribution, new Selection(1, 2, Optional.empty())));
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
    ItemTable items =
        ItemTable.ofGarbage(attribution, new ItemTable.Selection(2, Optional.empty()));
    GarbageReport report = new GarbageReport(attribution.file(), items);
    RetainedTree retained = new RetainedTree(attribution, Selection.DEFAULT);
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
    BinaryModel model = BinaryModel.open(SAMPLE);
    RemoveReport report =
        new RemoveReport(
            model.attribution(), model.withoutCrate("gimli"), ItemTable.Selection.DEFAULT);
    assertThat(report.removed().rows()).anyMatch(row -> row.label().contains("gimli::read"));
    assertThat(report.following().total().fileSize()).isPositive();
    JsonTree json = JsonTree.of(report.text(OutputFormat.JSON));
    assertThat(json.string("schema")).isEqualTo("weighbridge/remove/1");
    assertThat(json.string("without")).isEqualTo("crate gimli");
    assertThat(json.get("removed").number("fileSize") + json.get("following").number("fileSize"))
        .isEqualTo(report.fileSize());
    assertThat(model.withoutCrate("none").removed()).isEmpty();
  }

  @Test
  void symbolsGoByTheirPattern() throws IOException {
    Attribution attribution = open("pe-x64.exe");
    Removal removal = Removal.ofSymbols(attribution, Pattern.compile("^odd$"));
    RemoveReport report = new RemoveReport(attribution, removal, ItemTable.Selection.DEFAULT);
    assertThat(report.removed().rows()).extracting(ItemRow::label).containsExactly("odd");
    assertThat(report.following().rows()).extracting(ItemRow::label).containsExactly("even");
    assertThat(report.text(OutputFormat.TEXT))
        .contains(", without symbols matching ^odd$\n", "then no longer needed\n", "\nTogether ");
  }

  @Test
  void filesThatCannotBeFollowedAreRefused() throws IOException {
    Attribution sparc = Samples.fixture("c-sparc64").attribution();
    assertThatThrownBy(() -> new RetainedTree(sparc, Selection.DEFAULT))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessage(
            "c-sparc64: expected a linked program of x86, little-endian aarch64, arm or riscv,"
                + " s390x, loongarch64 or powerpc64, or a Wasm module, found code of sparc64");
    Attribution object = Samples.fixture("util.o").attribution();
    assertThatThrownBy(() -> ItemTable.ofGarbage(object, ItemTable.Selection.DEFAULT))
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
