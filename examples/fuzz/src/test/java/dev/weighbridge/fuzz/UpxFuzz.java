package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.stream.CostCurve;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.upx.UpxFile;
import dev.weighbridge.formats.upx.UpxPart;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that UPX has packed: what is inside and what it costs, or why that cannot be told. */
class UpxFuzz {
  static Stream<byte[]> seeds() {
    return FixtureFolder.binaries("upx").stream().map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  void unpacks(byte[] file) {
    TimeLimit.run(file, () -> UpxFuzz.read(Bytes.of(file)));
  }

  @SuppressWarnings("EmptyCatch")
  private static void read(Bytes file) {
    try {
      UpxFile.of(file).ifPresent(UpxFuzz::unpack);
    } catch (BinaryException expected) {
      // The one way in which a damaged file may be refused.
    }
  }

  private static void unpack(UpxFile packed) {
    long inside = packed.unpack().length();
    long[] costs = packed.costsBefore(new long[] {inside / 2, inside});
    long data = 0;
    for (UpxPart part : packed.allParts()) {
      data += part.isInside() ? part.end() - part.start() : 0;
    }
    if (costs[0] > costs[1] || costs[1] != 8 * CostCurve.BIT * data) {
      throw new AssertionError("costs that do not add up: " + costs[0] + ", " + costs[1]);
    }
  }
}
