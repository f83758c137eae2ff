package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two versions of a crate, as {@code llvm-dwarfdump} prints the names of their units: {@code
 * …/ringbuf-0.2.0/src/lib.rs/@/ringbuf.d844b85058d60225-cgu.1}, and {@code
 * …/ringbuf-0.1.3/src/lib.rs/@/ringbuf.43c151ce534cc9f1-cgu.1}.
 */
class CrateVersionsTest {
  private static List<String> crates(String fixture) {
    BinaryModel model = BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    Query query = model.query();
    return new SizeTree(query, List.of(Dimensions.CRATE))
        .rows().stream().map(SizeRow::label).toList();
  }

  @Test
  void crateThatIsThereTwiceHasItsVersion() {
    assertThat(crates("dwarf/app-full-v5-v0-zlib"))
        .contains("ringbuf 0.1.3", "ringbuf 0.2.0", "memchr", "smallvec", "app")
        .doesNotContain("ringbuf")
        .noneMatch(label -> label.startsWith("ringbuf["));
  }

  /** Names of the older kind have no number, so that nothing tells the two apart. */
  @Test
  void crateWhoseCopiesCannotBeToldApartHasNone() {
    assertThat(crates("dwarf/app-full-v4-dwz-zlib"))
        .contains("ringbuf")
        .noneMatch(label -> label.startsWith("ringbuf "));
  }
}
