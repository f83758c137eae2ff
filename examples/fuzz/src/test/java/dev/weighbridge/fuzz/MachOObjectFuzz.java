package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects and archives that a debug map may name. */
class MachOObjectFuzz {
  private static final byte[] IMAGE = Fixtures.array("dwarf/libart.dylib");

  static Stream<byte[]> seeds() {
    return Stream.of("dwarf/macho-start.o", "dwarf/macho-libparse.a").map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] object) {
    SideFileWeighing.of(IMAGE, "fuzzed.o", object);
  }
}
