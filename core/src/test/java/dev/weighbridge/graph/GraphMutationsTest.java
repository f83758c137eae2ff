package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files may have odd graphs, but never an error of ours and never bytes that are lost. */
@DamagesFiles
class GraphMutationsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"elf-x64.elf", "elf-arm64.elf", "macho-x64.macho", "pe-arm64.exe", "wasm32.wasm"})
  void damagedFilesHaveGraphs(String name) throws IOException {
    byte[] file = Files.readAllBytes(Path.of("src/test/resources/fixtures/graph", name));
    Mutations.Result result = Mutations.of("graph/" + name, file).check(GraphMutationsTest::follow);
    assertThat(result.count()).isEqualTo(Mutations.seededCount());
  }

  private static void follow(Bytes file) {
    Attribution attribution = BinaryModel.of("mutant", file, OpenOptions.DEFAULT).attribution();
    try {
      follow(attribution);
    } catch (MalformedBinaryException e) {
      throw new AssertionError("a file that could be opened has a graph", e);
    }
  }

  private static void follow(Attribution attribution) {
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Dominators dominators = Dominators.of(attribution);
    long top = 0;
    for (int node : dominators.top()) {
      top += dominators.retainedSize(node);
    }
    long reached = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      reached += dominators.isReached(node) ? graph.fileSize(node) : 0;
      if (node % 16 == 0) {
        ReferencePaths paths = ReferencePaths.to(attribution, node);
        assertThat(paths.count() > 0).isEqualTo(dominators.isReached(node));
        assertThat(paths.shortest(3)).allSatisfy(path -> assertThat(path.steps()).isNotEmpty());
      }
    }
    assertThat(top).isEqualTo(reached);
  }
}
