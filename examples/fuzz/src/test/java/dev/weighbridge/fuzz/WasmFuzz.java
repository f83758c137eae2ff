package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** WebAssembly modules and components. */
class WasmFuzz {
  static Stream<byte[]> seeds() {
    return DamagedFiles.small("wasm").stream().map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] file) {
    ExactSums.of(file);
  }
}
