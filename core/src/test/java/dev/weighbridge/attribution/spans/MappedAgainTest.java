package dev.weighbridge.attribution.spans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.tree.SizeRow;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** gABI 5, program loading: each PT_LOAD maps its bytes, whatever others map. */
class MappedAgainTest {
  private static BinaryModel open(long secondAddress, String permissions) {
    byte[] content = new byte[8192];
    Arrays.fill(content, (byte) 'x');
    for (int i = 0; i < content.length; i += 2) {
      content[i] = (byte) (i / 2);
    }
    Bytes bytes = Bytes.of(content);
    ImageBuilder image =
        new ImageBuilder(bytes, 0, new Diagnostics())
            .machine(Machine.of(Architecture.X86_64, 64, true));
    image.segment("LOAD", 0, 8192, 0x1000, 8192, true, "r");
    image.segment("LOAD", 4096, 4096, secondAddress, 4096, true, permissions);
    BinaryFile file =
        new BinaryFile("twice", "Demo", bytes, "no parser", List.of(image.build()), List.of());
    return BinaryModel.of(file, OpenOptions.DEFAULT);
  }

  @Test
  void bytesThatTwoSegmentsMapTakeMemoryTwice() {
    BinaryModel model = open(0x10000, "rw");
    assertThat(model.by(Dimensions.SYMBOL).rows())
        .extracting(SizeRow::label, SizeRow::fileSize, SizeRow::memorySize)
        .containsExactlyInAnyOrder(
            tuple("[LOAD #0]", 4096L, 4096L),
            tuple("[LOAD #1]", 4096L, 4096L),
            tuple("[LOAD #0 mapped again]", 0L, 4096L));
    assertThat(model.by(Dimensions.KIND).rows())
        .extracting(SizeRow::label, SizeRow::memorySize)
        .containsExactlyInAnyOrder(tuple("[rodata]", 8192L), tuple("[data]", 4096L));
    assertThat(model.explainAddressEverywhere(0x2010)).hasSize(2);
  }

  @Test
  void oneMappingToldTwiceIsOne() {
    assertThat(open(0x2000, "r").by(Dimensions.SYMBOL).rows())
        .extracting(SizeRow::label, SizeRow::memorySize)
        .containsExactlyInAnyOrder(tuple("[LOAD #0]", 4096L), tuple("[LOAD #1]", 4096L));
  }
}
