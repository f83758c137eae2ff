package dev.weighbridge.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowVersionsTest {
  static Stream<Dimension> dimensions() {
    return Stream.of(Dimensions.CRATE, Dimensions.LIBRARY);
  }

  /** The folders that the units were compiled in end in the versions. */
  @ParameterizedTest
  @MethodSource("dimensions")
  void rowsHaveTheVersionsOfTheirCrates(Dimension dimension) {
    BinaryModel model =
        BinaryModel.of("app", Fixtures.bytes("dwarf/app-full-v5-v0-zlib"), OpenOptions.DEFAULT);
    Map<String, String> versions = new TreeMap<>();
    for (SizeRow row : model.by(dimension).rows()) {
      if (!row.version().isEmpty()) {
        versions.put(row.label(), row.version());
      }
    }
    assertThat(versions)
        .containsOnly(
            Map.entry("memchr", "2.5.0"),
            Map.entry("ringbuf 0.1.3", "0.1.3"),
            Map.entry("ringbuf 0.2.0", "0.2.0"));
  }
}
