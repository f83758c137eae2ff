package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** ELF files of any kind. */
class ElfFuzz {
  static Stream<byte[]> seeds() {
    return DamagedFiles.small("elf").stream().map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] file) {
    ExactSums.of(file);
  }
}
