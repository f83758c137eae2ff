package dev.weighbridge.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.graph.RetainedTree.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetainedTreeTest {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures/graph");
  private static final Path SAMPLE = Path.of("../examples/cli/src/sample/tally");

  private static Attribution open(String name) throws IOException {
    return BinaryModel.open(FOLDER.resolve(name)).attribution();
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf-x64.elf", "macho-arm64.macho", "pe-x64.exe", "wasm32.wasm"})
  void rowsOfTheFirstLevelAreTheFile(String name) throws IOException {
    Attribution attribution = open(name);
    for (int limit = 0; limit < 3; limit++) {
      RetainedTree tree = new RetainedTree(attribution, new Selection(limit, 2, Optional.empty()));
      long sum = tree.rows().stream().mapToLong(RetainedRow::retainedSize).sum();
      assertThat(sum).isEqualTo(attribution.file().fileSize());
      assertThat(tree.total().retainedSize()).isEqualTo(sum);
      assertThat(tree.rows())
          .extracting(RetainedRow::label)
          .endsWith("[not needed]", "[headers and tables]");
    }
  }

  @Test
  void aRowIsItsOwnBytesAndTheRowsBelow() throws IOException {
    Attribution attribution = BinaryModel.open(SAMPLE).attribution();
    RetainedTree tree = new RetainedTree(attribution, new Selection(4, 1, Optional.empty()));
    List<RetainedRow> level = tree.rows();
    int checked = 0;
    while (!level.isEmpty()) {
      RetainedRow largest = level.get(0);
      List<RetainedRow> below = tree.below(largest);
      long sum = below.stream().mapToLong(RetainedRow::retainedSize).sum();
      int count = below.stream().mapToInt(RetainedRow::count).sum();
      assertThat(largest.fileSize() + sum).isEqualTo(largest.retainedSize());
      assertThat(1 + count).isEqualTo(largest.count());
      level = below;
      checked++;
    }
    assertThat(checked).isGreaterThan(5);
  }

  @Test
  void aFilterBeginsAtTheTopmostItems() throws IOException {
    Attribution attribution = open("elf-x64.elf");
    RetainedTree tree =
        new RetainedTree(
            attribution, new Selection(0, 2, Optional.of(Pattern.compile("^(odd|even|jumps)$"))));
    assertThat(tree.rows()).extracting(RetainedRow::label).containsExactly("odd", "jumps");
    assertThat(tree.below(tree.rows().get(0)))
        .extracting(RetainedRow::label)
        .containsExactly("even");
  }
}
