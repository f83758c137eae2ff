package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.RootReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nothing leads to, against what linkers drop: each file was linked with everything, and the
 * functions that the same link with {@code --gc-sections}, {@code -dead_strip} or {@code /opt:ref}
 * lacks stand beside it.
 */
class ReachabilityTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/graph");

  @ParameterizedTest
  @CsvSource({
    "elf-x64, elf",
    "elf-arm64, elf",
    "elf-x64-fixed, elf",
    "elf-x64-indirect, elf",
    "macho-x64, macho",
    "macho-arm64, macho",
    "pe-x64, exe",
    "pe-arm64, exe"
  })
  void whatNothingLeadsToIsWhatLinkersDrop(String name, String extension) throws IOException {
    assertThat(unreached(open(name + "." + extension))).isEqualTo(dropped(name));
  }

  /**
   * The linker knows which pointers become elements of the table. In the linked module the table is
   * whole, and whoever calls through it may reach each element; so Binaryen keeps this function
   * too.
   */
  @Test
  void elementsOfTablesInUseStayInWasm() throws IOException {
    Set<String> expected = dropped("wasm32");
    assertThat(expected.remove("in_dead_table")).isTrue();
    assertThat(unreached(open("wasm32.wasm"))).isEqualTo(expected);
  }

  @Test
  void rootsSayWhyTheyAreNeeded() throws IOException {
    ReferenceGraph graph = ReferenceGraph.of(open("macho-arm64.macho"));
    assertThat(graph.rootReason(node(graph, "_start"))).contains(RootReason.ENTRY_POINT);
    assertThat(graph.rootReason(node(graph, "_exported"))).contains(RootReason.EXPORT);
    assertThat(graph.rootReason(node(graph, "_called"))).isEmpty();
  }

  @Test
  void withoutANodeWhatOnlyItLeadsToIsGone() throws IOException {
    ReferenceGraph graph = ReferenceGraph.of(open("elf-x64.elf"));
    BitSet removed = new BitSet();
    removed.set(node(graph, "odd"));
    Reachability rest = Reachability.without(graph, removed);
    assertThat(rest.isReached(node(graph, "odd"))).isFalse();
    assertThat(rest.isReached(node(graph, "even"))).isFalse();
    assertThat(rest.isReached(node(graph, "tail"))).isTrue();
  }

  /** The linker has dropped what it could: none of these was linked with anything else. */
  @ParameterizedTest
  @ValueSource(strings = {"../../../../../../examples/cli/src/sample/tally"})
  void nothingIsMissedInAProgramThatWasLinkedWithoutIt(String name) throws IOException {
    Attribution attribution = open(name);
    assertThat(ReferenceGraph.of(attribution).isComplete()).isTrue();
    assertThat(unreached(attribution)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf-x64.elf", "macho-arm64.macho", "pe-x64.exe", "wasm32.wasm"})
  void nodesAreAsLargeAsTheirSpans(String name) throws IOException {
    Attribution attribution = open(name);
    ReferenceGraph graph = ReferenceGraph.of(attribution);
    long sum = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      sum += graph.fileSize(node);
    }
    for (int span = 0; span < attribution.partition().fileSpanCount(); span++) {
      if (graph.nodeOfSpan(span) < 0) {
        sum += attribution.partition().fileSize(span);
      }
    }
    assertThat(sum).isEqualTo(attribution.file().fileSize());
  }

  private static Attribution open(String name) throws IOException {
    return BinaryModel.open(FOLDER.resolve(name)).attribution();
  }

  private static Set<String> dropped(String name) throws IOException {
    return new TreeSet<>(Files.readAllLines(FOLDER.resolve(name + ".dropped")));
  }

  private static Set<String> unreached(Attribution attribution) {
    ReferenceGraph graph = ReferenceGraph.of(attribution);
    Reachability reached = Reachability.of(graph);
    Set<String> names = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      boolean isFunction = graph.owner(node) >= 0 && graph.codeSize(node) > 0;
      if (isFunction && !reached.isReached(node)) {
        names.add(attribution.owners().text(graph.owner(node)));
      }
    }
    return names;
  }

  private static int node(ReferenceGraph graph, String text) {
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.text(node).equals(text)) {
        return node;
      }
    }
    throw new AssertionError("no node " + text);
  }
}
