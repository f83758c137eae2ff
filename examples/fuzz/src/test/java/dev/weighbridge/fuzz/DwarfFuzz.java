package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Tour;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Debug information in whatever carries it: programs, objects, split units, packages of them. */
class DwarfFuzz {
  static Stream<byte[]> seeds() {
    return DamagedFiles.small("dwarf").stream().map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void weighs(byte[] file) {
    ExactSums.of(file);
    TimeLimit.run(file, () -> tour(file));
  }

  @SuppressWarnings("EmptyCatch")
  private static void tour(byte[] file) {
    try {
      Tour.of(FormatRegistry.installed().read("fuzzed", Bytes.of(file)));
    } catch (BinaryException expected) {
      // Whoever asks a parser for a row that is damaged is told so.
    }
  }
}
