package dev.weighbridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.firmware.FirmwareReader;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Images that are written to flash. */
class FirmwareFuzz {
  static Stream<byte[]> seeds() {
    return Stream.of("firmware/thumb2.hex", "firmware/thumb2.srec", "firmware/thumb2.uf2")
        .map(Fixtures::array);
  }

  @MethodSource("seeds")
  @FuzzTest
  @SuppressWarnings("EmptyCatch")
  void reads(byte[] image) {
    TimeLimit.run(
        image,
        () -> {
          try {
            FirmwareReader.read("fuzzed", Bytes.of(image));
          } catch (BinaryException expected) {
            // The one way in which a damaged image may be refused.
          }
        });
  }
}
