package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** All that a module defines and imports is part of the graph, be it types or segments. */
class WasmGraphTest {
  private static final Path FILE = Path.of("src/test/resources/fixtures/graph/unused.wasm");

  private static Attribution unused() throws IOException {
    return BinaryModel.open(FILE).attribution();
  }

  private static List<String> garbage(Attribution attribution) {
    ItemTable.Selection all = new ItemTable.Selection(1000, Optional.empty());
    return ItemTable.ofGarbage(attribution, all).rows().stream().map(ItemRow::label).toList();
  }

  /**
   * What {@code wasm-opt --remove-unused-module-elements} of Binaryen 123 takes out, and what it
   * leaves in because instantiating might trap: segments of tables that nobody takes anything from,
   * and the functions that only these or other unused items list.
   */
  @Test
  void everyKindOfItemIsListedThatNothingLeadsTo() throws IOException {
    assertThat(garbage(unused()))
        .containsExactlyInAnyOrder(
            "type[1] spare",
            "type[2] of_import",
            "type[3] of_tag",
            "spare_import",
            "global[1] spare_base",
            "table[2] spare_table",
            "memory[1] spare_memory",
            "global[3] spare_counter",
            "tag[0] spare_tag",
            "elem[1] in_sized",
            "elem[2] in_spare",
            "elem[3] passive",
            "elem[5] spare_declared",
            "data[1] spare_text",
            "data[2] passive_text",
            "unread",
            "lost");
  }

  @Test
  void aFunctionInATableIsKeptByWhoCallsThroughTheTable() throws IOException {
    Attribution attribution = unused();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    int node = new NodeFinder(attribution).named("entry")[0];
    ReferencePath path = ReferencePaths.to(attribution, node).shortest(1).get(0);
    assertThat(path.steps().stream().map(step -> graph.text(step.node())))
        .containsExactly("run", "table[0] called", "elem[0] in_called", "entry");
    Pattern caller = Pattern.compile("^run$");
    int[] following = Removal.ofSymbols(attribution, caller).following();
    assertThat(Arrays.stream(following).mapToObj(graph::text))
        .contains("entry", "elem[0] in_called", "memory[0] main", "data[0] text", "used_import")
        .doesNotContain("by_reference", "elem[4] declared", "table[1] sized");
  }

  @Test
  void whatIsRetainedSumsToTheFile() throws IOException {
    Attribution attribution = unused();
    Dominators dominators = Dominators.of(attribution);
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    long nodes = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      nodes += graph.fileSize(node);
    }
    int size = new NodeFinder(attribution).named("size")[0];
    assertThat(nodes).isLessThan(attribution.file().fileSize());
    assertThat(dominators.retainedSize(size))
        .isEqualTo(
            List.of("size", "by_reference", "elem[4] declared", "table[1] sized").stream()
                    .mapToLong(name -> graph.fileSize(new NodeFinder(attribution).named(name)[0]))
                    .sum()
                + graph.fileSize(new NodeFinder(attribution).named("type[4]")[0]));
  }

  /** Of a module that keeps its relocations: pieces of a segment that have names. */
  @Test
  void dataWithNamesIsKeptByItsSegment() {
    Attribution attribution =
        BinaryModel.of("test", Fixtures.bytes("wasm/c-wasm32-relocs.wasm"), OpenOptions.DEFAULT)
            .attribution();
    assertThat(garbage(attribution)).containsExactly("global[0] __stack_pointer");
  }

  /** Types of a recursive group are one; a type needs those it extends and consists of. */
  @Test
  void typesNeedEachOther() {
    Attribution attribution =
        BinaryModel.of("test", Fixtures.bytes("wasm/features.wasm"), OpenOptions.DEFAULT)
            .attribution();
    assertThat(garbage(attribution)).contains("type[9]").noneMatch(label -> label.contains("leaf"));
  }
}
