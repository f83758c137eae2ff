package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A body that cannot be read has no edges; all else is as usual, and the defect is told. */
class DamagedBodyTest {
  private static List<String> edges(ReferenceGraph graph) {
    List<String> edges = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = graph.edgeStart(node); edge < graph.edgeEnd(node); edge++) {
        String target = graph.text(graph.target(edge));
        if (!target.startsWith("type")) {
          edges.add(graph.text(node) + target);
        }
      }
    }
    return edges;
  }

  private static String keeperOfD(Attribution attribution) {
    ReferenceGraph graph = ReferenceGraph.of(attribution);
    int node = 0;
    while (!graph.text(node).equals("d")) {
      node++;
    }
    return graph.text(Dominators.of(attribution).dominator(node));
  }

  @Test
  void costsItsOwnEdges() {
    Attribution attribution = HandMadeModule.damaged().attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    assertThat(edges(graph)).containsExactly("ab", "ac", "cd", "de", "fe");
    assertThat(graph.diagnostics())
        .extracting(Diagnostic::structure)
        .containsExactly("wasm.code.body");
    assertThat(keeperOfD(attribution)).isEqualTo("c");
  }

  @Test
  void aSoundModuleHasNothingToTell() {
    Attribution attribution = HandMadeModule.model().attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    assertThat(edges(graph)).containsExactly("ab", "ac", "bd", "cd", "de", "fe");
    assertThat(graph.diagnostics()).isEmpty();
    assertThat(keeperOfD(attribution)).isEqualTo("a");
  }
}
