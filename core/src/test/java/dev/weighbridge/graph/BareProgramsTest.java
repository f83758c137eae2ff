package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small programs in which one function or one variable is unused and all else is needed. */
class BareProgramsTest {
  private static Set<String> unneeded(ReferenceGraph graph) {
    Reachability reached = Reachability.of(graph);
    Set<String> found = new TreeSet<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!reached.isReached(node) && graph.owner(node) != GraphNodes.NONE) {
        found.add(graph.text(node));
      }
    }
    return found;
  }

  private static Attribution attribution(String name) {
    return BinaryModel.of(name, Fixtures.bytes("graph/" + name), OpenOptions.DEFAULT).attribution();
  }

  /** What code that cannot be moved loads from the offset table, from there or a static base. */
  @ParameterizedTest
  @ValueSource(strings = {"offsets-pic.elf", "offsets-base.elf", "offsets-arm.elf"})
  void slotsOfTheOffsetTableAreReferredTo(String name) {
    assertThat(unneeded(ReferenceGraph.completeOf(attribution(name)))).containsExactly("unused");
  }

  /** Odd addresses of bytes, the midst of tables, and the words behind the end of a function. */
  @Test
  void wordsAmongCodeLeadWhereTheyLead() {
    assertThat(unneeded(ReferenceGraph.completeOf(attribution("words-thumb.elf"))))
        .containsExactly("idle", "unused");
  }

  /** The table of a function names who reads it when an exception passes. */
  @Test
  void whatUnwindsIsNeeded() {
    Attribution attribution = attribution("unwinding.elf");
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    assertThat(unneeded(graph)).containsExactly("unused");
    int personality = new NodeFinder(attribution).named("personality")[0];
    assertThat(graph.rootReason(personality)).contains(RootReason.UNWINDING);
  }

  /** Code reaches variables from the address of another, with an offset or behind an index. */
  @ParameterizedTest
  @ValueSource(strings = {"aarch64", "thumb", "arm", "riscv32", "s390x"})
  void whatCountsFromAnAddressInARegisterIsNeeded(String machine) {
    Attribution attribution = attribution("counted-" + machine + ".elf");
    assertThat(unneeded(ReferenceGraph.completeOf(attribution))).containsExactly("unused");
  }

  /** Code of i386 counts from five bytes before two tables, where other objects lie. */
  @Test
  void tablesMayBeCountedFromBeforeThem() {
    assertThat(unneeded(ReferenceGraph.completeOf(attribution("before-i386.elf"))))
        .containsExactly("last");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vectors.elf", "vectors-typed.elf"})
  void tablesOfVectorsAmongCodeAreNeeded(String name) {
    Attribution attribution = attribution(name);
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    assertThat(unneeded(graph)).containsExactly("unused");
    int vectors = new NodeFinder(attribution).named("__isr_vector")[0];
    assertThat(graph.rootReason(vectors)).contains(RootReason.KEPT);
  }
}
