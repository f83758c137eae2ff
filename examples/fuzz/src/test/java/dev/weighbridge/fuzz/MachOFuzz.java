package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Mach-O files, and universal ones. */
class MachOFuzz {
  static Stream<byte[]> seeds() {
    return DamagedFiles.small("macho").stream().map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] file) {
    ExactSums.of(file);
  }
}
