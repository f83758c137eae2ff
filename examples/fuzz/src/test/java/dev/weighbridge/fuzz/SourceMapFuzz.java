package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Source maps beside the module that they may belong to. */
class SourceMapFuzz {
  private static final byte[] MODULE = Fixtures.array("sourcemap/art-sourcemap.wasm");

  static Stream<byte[]> seeds() {
    return Stream.of(Fixtures.array("sourcemap/art-sourcemap.wasm.map"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] map) {
    SideFileWeighing.of(MODULE, "fuzzed.map", map);
  }
}
