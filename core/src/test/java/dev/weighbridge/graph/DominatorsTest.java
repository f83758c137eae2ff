package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.testing.WorkBound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DominatorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/graph");
  private static final int DEEP = 200_000;

  /** Whether a node is below another in the tree, or the same. */
  private static boolean dominates(Dominators dominators, int above, int node) {
    int at = node;
    while (at >= 0 && at != above) {
      at = dominators.dominator(at);
    }
    return at == above;
  }

  /** The slow way: without a node, exactly what it dominates is no longer reached. */
  @Test
  void removingANodeFreesWhatItDominates() {
    for (long seed = 0; seed < 400; seed++) {
      ReferenceGraph graph = MadeGraph.random(new Random(seed));
      Dominators dominators = new Dominators(graph);
      Reachability all = Reachability.of(graph);
      for (int node = 0; node < graph.nodeCount(); node++) {
        BitSet removed = new BitSet();
        removed.set(node);
        Reachability rest = Reachability.without(graph, removed);
        long freed = 0;
        int count = 0;
        for (int other = 0; other < graph.nodeCount(); other++) {
          boolean isFreed = all.isReached(other) && !rest.isReached(other);
          boolean isBelow = all.isReached(other) && dominates(dominators, node, other);
          assertThat(isBelow)
              .as("seed %d: node %d dominates node %d", seed, node, other)
              .isEqualTo(isFreed);
          freed += isFreed ? graph.fileSize(other) : 0;
          count += isFreed ? 1 : 0;
        }
        assertThat(dominators.isReached(node)).as("seed %d", seed).isEqualTo(all.isReached(node));
        assertThat(dominators.retainedSize(node)).as("seed %d: %d", seed, node).isEqualTo(freed);
        assertThat(dominators.retainedCount(node)).as("seed %d: %d", seed, node).isEqualTo(count);
      }
    }
  }

  @Test
  void aDiamondBelongsToWhereItBegins() {
    Dominators dominators =
        new Dominators(
            new MadeGraph(6)
                .root(0)
                .edge(0, 1)
                .edge(0, 2)
                .edge(1, 3)
                .edge(2, 3)
                .edge(3, 4)
                .edge(5, 4)
                .graph());
    assertThat(dominators.dominator(3)).isZero();
    assertThat(dominators.dominator(4)).isEqualTo(3);
    assertThat(dominators.below(0)).containsExactly(3, 1, 2);
    assertThat(dominators.top()).containsExactly(0);
    assertThat(dominators.retainedCount(0)).isEqualTo(5);
    assertThat(dominators.isReached(5)).isFalse();
    assertThat(dominators.retainedSize(5)).isZero();
  }

  @Test
  void whatTwoRootsShareBelongsToNeither() {
    Dominators dominators =
        new Dominators(
            new MadeGraph(4).root(0).root(1).edge(0, 2).edge(1, 2).edge(2, 3).edge(3, 2).graph());
    assertThat(dominators.dominator(2)).isEqualTo(-1);
    assertThat(dominators.dominator(3)).isEqualTo(2);
    assertThat(dominators.top()).containsExactly(2, 0, 1);
  }

  @Test
  void aRootInAnothersTreeStaysAtTheTop() {
    Dominators dominators =
        new Dominators(new MadeGraph(2).root(0).root(1).edge(0, 1).edge(1, 0).graph());
    assertThat(dominators.top()).containsExactly(0, 1);
    assertThat(dominators.retainedCount(0)).isEqualTo(1);
  }

  @Test
  void aDeepChainTakesNoStack() {
    MadeGraph made = new MadeGraph(DEEP).root(0);
    for (int i = 1; i < DEEP; i++) {
      made.edge(i - 1, i).edge(i, i / 2);
    }
    Dominators dominators = inBoundedTime(made);
    assertThat(dominators.retainedCount(0)).isEqualTo(DEEP);
    assertThat(dominators.retainedCount(DEEP - 1)).isEqualTo(1);
    assertThat(dominators.dominator(DEEP - 1)).isEqualTo(DEEP - 2);
  }

  private static Dominators inBoundedTime(MadeGraph made) {
    AtomicReference<Dominators> found = new AtomicReference<>();
    WorkBound.run(Duration.ofSeconds(20), () -> found.set(new Dominators(made.graph())));
    return found.get();
  }

  /** Shapes on which simpler algorithms take the square of the number of nodes. */
  @Test
  void noShapeTakesSquareTime() {
    int half = DEEP / 2;
    MadeGraph made = new MadeGraph(DEEP).root(0);
    for (int i = 1; i < half; i++) {
      made.edge(i - 1, i);
      made.edge(i, half).edge(half + i - 1, half + i).edge(half + i, half + i - 1);
      made.edge(0, half + i);
    }
    Dominators dominators = inBoundedTime(made);
    assertThat(dominators.dominator(half)).isZero();
  }

  /** The source of the fixtures says who calls whom; linkers made the same of it everywhere. */
  @ParameterizedTest
  @CsvSource({
    "elf-x64.elf, ''",
    "elf-arm64.elf, ''",
    "elf-x64-fixed.elf, ''",
    "macho-x64.macho, _",
    "macho-arm64.macho, _",
    "pe-x64.exe, ''",
    "pe-arm64.exe, ''",
    "wasm32.wasm, ''"
  })
  void programsHaveTheTreeOfTheirSource(String name, String prefix) throws IOException {
    Attribution attribution = BinaryModel.open(FOLDER.resolve(name)).attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    NodeFinder finder = new NodeFinder(attribution);
    Dominators dominators = Dominators.of(attribution);
    int odd = finder.named(prefix + "odd")[0];
    int even = finder.named(prefix + "even")[0];
    int jumps = finder.named(prefix + "jumps")[0];
    int tail = finder.named(prefix + "tail")[0];
    assertThat(dominators.dominator(even)).isEqualTo(odd);
    assertThat(dominators.dominator(tail)).isEqualTo(jumps);
    assertThat(dominators.dominator(odd)).isEqualTo(dominators.dominator(jumps));
    assertThat(dominators.retainedSize(odd)).isEqualTo(graph.fileSize(odd) + graph.fileSize(even));
    assertThat(dominators.isReached(finder.named(prefix + "cycle_one")[0])).isFalse();
    assertThat(Dominators.of(attribution)).isSameAs(dominators);
  }

  /** The slow way again, through all items of a Rust program. */
  @Test
  void aRealProgramLosesWhatAnItemRetains() throws IOException {
    Path sample = Path.of("../examples/cli/src/sample/tally");
    Attribution attribution = BinaryModel.open(sample).attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Dominators dominators = Dominators.of(attribution);
    for (int node = 0; node < graph.nodeCount(); node++) {
      BitSet one = new BitSet();
      one.set(node);
      if (dominators.isReached(node)) {
        assertThat(Removal.of(graph, "", one).fileSize())
            .as(graph.text(node))
            .isEqualTo(dominators.retainedSize(node));
      }
    }
  }

  /**
   * As a reader of the module would draw it; the sizes are those of the bodies with the byte
   * before.
   */
  @Test
  void aModuleWrittenByHandHasTheTreeDrawnByHand() {
    Attribution attribution = HandMadeModule.model().attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Dominators dominators = Dominators.of(attribution);
    NodeFinder finder = new NodeFinder(attribution);
    int[] node = new int[6];
    for (int i = 0; i < 6; i++) {
      node[i] = finder.named(Character.toString('a' + i))[0];
    }
    assertThat(dominators.dominator(node[0])).isEqualTo(-1);
    assertThat(dominators.dominator(node[1])).isEqualTo(node[0]);
    assertThat(dominators.dominator(node[2])).isEqualTo(node[0]);
    assertThat(dominators.dominator(node[3])).isEqualTo(node[0]);
    assertThat(dominators.dominator(node[4])).isEqualTo(node[3]);
    assertThat(dominators.isReached(node[5])).isFalse();
    assertThat(dominators.below(node[0])[0]).isEqualTo(node[3]);
    assertThat(dominators.retainedSize(node[3]))
        .isEqualTo(graph.fileSize(node[3]) + graph.fileSize(node[4]));
    assertThat(graph.codeSize(node[0])).isEqualTo(7);
    assertThat(graph.codeSize(node[4])).isEqualTo(3);
  }
}
