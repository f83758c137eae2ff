package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class GraphTutorialTest {
  private static void tutorial(Path app, Appendable console) throws IOException {
    // Tutorial begins
    Attribution attribution = BinaryModel.open(app).attribution();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Dominators dominators = Dominators.of(attribution);
    for (int node : dominators.top()) {
      console.append(graph.text(node) + " keeps " + dominators.retainedSize(node) + " bytes\n");
    }
    int node = new NodeFinder(attribution).named("odd")[0];
    for (ReferencePath path : Paths.to(attribution, node).shortest(3)) {
      console.append(path.reason().text() + ":");
      for (ReferencePath.Step step : path.steps()) {
        console.append(" " + graph.text(step.node()));
      }
      console.append("\n");
    }
    BitSet gone = new BitSet();
    gone.set(node);
    console.append(Removal.of(graph, gone).fileSize() + " bytes would go\n");
    // Tutorial ends
  }

  @Test
  void itsSnippetRuns() throws IOException {
    StringBuilder console = new StringBuilder();
    tutorial(Path.of("src/test/resources/fixtures/graph/elf-x64.elf"), console);
    assertThat(console).contains("entry point: start odd\n").contains("exported keeps ");
  }

  @Test
  void itsSnippetIsThisOne() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/dev/weighbridge/graph/GraphTutorialTest.java"));
    String body = test.split("// Tutorial (begins|ends)\n", 3)[1].stripTrailing().stripIndent();
    String page =
        Files.readString(Path.of("src/main/java/dev/weighbridge/graph/package-info.java"));
    String snippet = page.substring(page.indexOf("@code\n") + 6, page.indexOf(" * }</pre>"));
    assertThat(snippet.replaceAll("(?m)^ \\* ?", "").strip()).isEqualTo(body.strip());
  }
}
