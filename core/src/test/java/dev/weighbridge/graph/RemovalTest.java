package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RemovalTest {
  private static final Path FILE = Path.of("src/test/resources/fixtures/graph/elf-x64.elf");

  private static List<String> names(ReferenceGraph graph, int[] nodes) {
    return Arrays.stream(nodes).mapToObj(graph::text).toList();
  }

  @Test
  void whatOnlyTheRemovedLeadToGoesToo() throws IOException {
    Attribution attribution = BinaryModel.open(FILE).attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    BitSet nodes = new NodeFinder(attribution).matching(Pattern.compile("^(odd|jumps|alone)$"));
    Removal removal = Removal.of(graph, "", nodes);
    assertThat(names(graph, removal.removed())).containsExactlyInAnyOrder("odd", "jumps", "alone");
    assertThat(names(graph, removal.following())).containsExactlyInAnyOrder("even", "tail");
    long sum = 0;
    for (String name : List.of("odd", "jumps", "alone", "even", "tail")) {
      sum += graph.fileSize(new NodeFinder(attribution).named(name)[0]);
    }
    assertThat(removal.fileSize()).isEqualTo(sum);
  }

  @Test
  void twoTogetherMayFreeMoreThanEachAlone() {
    ReferenceGraph graph = new MadeGraph(3).root(0).root(1).edge(0, 2).edge(1, 2).graph();
    BitSet both = new BitSet();
    both.set(0);
    assertThat(Removal.of(graph, "", both).following()).isEmpty();
    both.set(1);
    assertThat(Removal.of(graph, "", both).following()).containsExactly(2);
  }

  /** Of one needed node the answer is what it dominates. */
  @Test
  void oneNodeFreesWhatItRetains() {
    for (long seed = 1000; seed < 1100; seed++) {
      ReferenceGraph graph = MadeGraph.random(new Random(seed));
      Dominators dominators = new Dominators(graph);
      for (int node = 0; node < graph.nodeCount(); node++) {
        BitSet one = new BitSet();
        one.set(node);
        if (dominators.isReached(node)) {
          assertThat(Removal.of(graph, "", one).fileSize())
              .as("seed %d: node %d", seed, node)
              .isEqualTo(dominators.retainedSize(node));
        }
      }
    }
  }
}
