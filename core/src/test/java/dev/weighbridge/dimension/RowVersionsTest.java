package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowVersionsTest {
  private static final Map<String, String> UNITS =
      Map.of("memchr", "2.5.0", "ringbuf 0.1.3", "0.1.3", "ringbuf 0.2.0", "0.2.0");

  private static Map<String, String> versions(String fixture, Dimension dimension) {
    BinaryModel model = BinaryModel.of("app", Fixtures.bytes(fixture), OpenOptions.DEFAULT);
    Map<String, String> versions = new TreeMap<>();
    for (SizeRow row : model.by(dimension).rows()) {
      if (!row.version().isEmpty()) {
        versions.put(row.label(), row.version());
      }
    }
    return versions;
  }

  /** The folders that the units were compiled in end in the versions. */
  @Test
  void librariesHaveTheVersionsOfTheirUnits() {
    assertThat(versions("dwarf/app-full-v5-v0-zlib", Dimensions.LIBRARY)).isEqualTo(UNITS);
  }

  /** All code of two crates was compiled into others, whose lines are of their sources. */
  @ParameterizedTest
  @ValueSource(strings = {"app-full-v5-v0-zlib", "app-limited-zlib", "app-linetables-zlib"})
  void cratesHaveThoseOfTheirUnitsOrSources(String fixture) {
    Map<String, String> expected = new TreeMap<>(UNITS);
    expected.put("smallvec", "1.9.0");
    assertThat(versions("dwarf/" + fixture, Dimensions.CRATE)).isEqualTo(expected);
  }
}
