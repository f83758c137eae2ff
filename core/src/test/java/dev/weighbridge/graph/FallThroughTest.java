package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What goes on into what lies behind it needs that. The sources of the programs say which functions
 * do; all other edges are calls and jumps.
 */
class FallThroughTest {
  private static final Set<String> JUMPS =
      Set.of("_start negate", "_start check", "_start wide", "check add", "fail _start");

  private static Attribution attribution(String name) {
    return BinaryModel.of(name, Fixtures.bytes("graph/" + name), OpenOptions.DEFAULT).attribution();
  }

  private static Set<String> falls(String name) {
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution(name));
    Set<String> found = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = graph.edgeStart(node); edge < graph.edgeEnd(node); edge++) {
        found.add(graph.text(node) + " " + graph.text(graph.target(edge)));
      }
    }
    assertThat(found).containsAll(JUMPS);
    found.removeAll(JUMPS);
    return found;
  }

  @Test
  void ofThumb() {
    assertThat(falls("falls-thumb.elf"))
        .containsExactly("check positive", "negate add", "widen wide");
  }

  @Test
  void ofX86() {
    assertThat(falls("falls-x64.elf"))
        .containsExactly("check positive", "negate add", "widen wide", "widened sum");
  }

  @Test
  void theInstructionThatGoesOnIsThePlace() {
    Attribution attribution = attribution("falls-x64.elf");
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    int widen = new NodeFinder(attribution).named("widen")[0];
    List<Long> places = new ArrayList<>();
    for (int edge = graph.edgeStart(widen); edge < graph.edgeEnd(widen); edge++) {
      places.add(attribution.addressMap(0).address(graph.place(edge)));
    }
    assertThat(places).containsExactly(attribution.address(graph.firstSpan(widen)));
  }
}
