package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Program databases, each beside the image that it may belong to. */
class PdbFuzz {
  private static final byte[] IMAGE = Fixtures.array("pe/c-msvc-x64.exe");

  static Stream<byte[]> seeds() {
    return Stream.of("pdb/c-msvc-x64.pdb", "pdb/tiny-msvc-x64.pdb").map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] database) {
    SideFileWeighing.of(IMAGE, "fuzzed.pdb", database);
  }
}
