package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two versions of a crate, as {@code llvm-dwarfdump} prints the names of their units: {@code
 * …/ringbuf-0.2.0/src/lib.rs/@/ringbuf.d844b85058d60225-cgu.1}, and {@code
 * …/ringbuf-0.1.3/src/lib.rs/@/ringbuf.43c151ce534cc9f1-cgu.1}.
 */
class CrateVersionsTest {
  private static BinaryModel model(String fixture) {
    return BinaryModel.of(fixture, Fixtures.bytes(fixture), OpenOptions.DEFAULT);
  }

  private static List<? extends SizeRow> rows(String fixture) {
    return new SizeTree(model(fixture).query(), List.of(Dimensions.CRATE)).rows();
  }

  private static List<String> crates(String fixture) {
    return rows(fixture).stream().map(SizeRow::label).toList();
  }

  @Test
  void crateThatIsThereTwiceHasItsVersion() {
    assertThat(crates("dwarf/app-full-v5-v0-zlib"))
        .contains("ringbuf 0.1.3", "ringbuf 0.2.0", "memchr", "smallvec", "app")
        .doesNotContain("ringbuf")
        .noneMatch(label -> label.startsWith("ringbuf["));
  }

  /**
   * Names of the older kind have no number. The same program with names of the newer kind has 62
   * bytes of code of the older version, too; what generic code of either is the compiler of {@code
   * core} has made, {@code drop_in_place}, nothing tells.
   */
  @ParameterizedTest
  @ValueSource(strings = {"app-limited-zlib", "app-full-v4-dwz-zlib", "app-linetables-zlib"})
  void unitsAndSourcesTellVersionsWhereNamesDoNot(String fixture) {
    Map<String, Long> code = new TreeMap<>();
    rows("dwarf/" + fixture).forEach(row -> code.put(row.label(), row.fileSize(Kind.CODE)));
    assertThat(code)
        .containsEntry("ringbuf 0.1.3", 62L)
        .containsEntry("ringbuf 0.2.0", 321L)
        .containsEntry("ringbuf", 320L)
        .containsKeys("memchr", "smallvec", "app");
  }

  /**
   * A program and the library of its package are two crates of one name. The unit of the program
   * has code of the library, 137 bytes by names of the newer kind, whose lines are the library's.
   */
  @Test
  void genericCodeOfTheLibraryIsNotOfTheProgram() {
    Map<String, Long> code = new TreeMap<>();
    rows("dwarf/twin-legacy").forEach(row -> code.put(row.label(), row.fileSize(Kind.CODE)));
    assertThat(code)
        .containsEntry("twin[448fab2ee7a6e32]", 17L)
        .containsEntry("twin[15794d0295e34877]", 11L)
        .containsEntry("twin", 137L);
  }

  /** The units of std's copies lie in {@code /rust/deps}, those of the program's elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"app-limited-zlib", "app-full-v5-v0-zlib"})
  void crateFromTheRegistryIsNotThatOfStd(String fixture) {
    Query query = model("dwarf/" + fixture).query();
    CrateTable crates = query.crates();
    assertThat(crates.standardLabels()).contains("core", "std").doesNotContain("memchr");
  }
}
