package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Separate debug files of a stripped ELF program. */
class ElfDebugFileFuzz {
  private static final byte[] IMAGE = Fixtures.array("elf/c-split");

  static Stream<byte[]> seeds() {
    return Stream.of("elf/c-split.debug", "elf/c-clang-splitdwarf.dwp").map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] debugFile) {
    SideFileWeighing.of(IMAGE, "fuzzed.debug", debugFile);
  }
}
