package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Rust names of the legacy mangling. */
class RustLegacyFuzz {
  private final RustNameCheck check = new RustNameCheck();

  static Stream<byte[]> seeds() {
    return MangledNames.of("real-sample.tsv.gz", "_ZN");
  }

  @MethodSource("seeds")
  @FuzzTest
  void reads(byte[] name) {
    TimeLimit.run(name, () -> check.read(name));
  }
}
