package dev.weighbridge.formats.isa.arm64;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.InstructionCursor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instructions are in the words that {@code llvm-mc --triple=aarch64 --show-encoding} gives. */
class Arm64CursorTest {
  private static final int ADRP_X8 = 0x9000_0008;
  private static final int ADRP_X8_FURTHER = 0xB000_0108;
  private static final int ADD_X0_X8_1 = 0x9100_0500; // add x0, x8, #1
  private static final int ADD_X0_X8_2 = 0x9100_0900; // add x0, x8, #2
  private static final int LDR_X0_X8_8 = 0xF940_0500; // ldr x0, [x8, #8]
  private static final int LDR_X0_X8_16 = 0xF940_0900; // ldr x0, [x8, #16]
  private static final int MOV_X8_X1 = 0xAA01_03E8; // mov x8, x1
  private static final int NOP = 0xD503_201F;
  private static final int BLR_X1 = 0xD63F_0020;

  private static List<Long> words(int... instructions) {
    ByteBuffer code =
        ByteBuffer.allocate(4 * instructions.length + InstructionCursor.SLACK)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int instruction : instructions) {
      code.putInt(instruction);
    }
    InstructionCursor cursor = new Arm64Cursor();
    cursor.start(code.array(), 0, 4 * instructions.length, 0);
    List<Long> words = new ArrayList<>();
    while (cursor.next()) {
      words.add(cursor.fingerprint());
    }
    return words;
  }

  @Test
  void distancesThatLeaveTheCodeDoNotCount() {
    assertThat(words(0x9400_0010)).as("bl").isEqualTo(words(0x9400_0020));
    assertThat(words(0x5400_0200)).as("b.eq").isEqualTo(words(0x5400_0400));
    assertThat(words(0xB400_0201)).as("cbz x1").isEqualTo(words(0xB400_0401));
    assertThat(words(0x3608_0201)).as("tbz w1, #1").isEqualTo(words(0x3608_0401));
    assertThat(words(0x5800_0200)).as("ldr x0, =").isEqualTo(words(0x5800_0400));
    assertThat(words(0x1000_0200)).as("adr").isEqualTo(words(0x1000_0400));
  }

  @Test
  void whatIsBranchedOnCounts() {
    assertThat(words(0x5400_0200)).as("b.eq, b.ne").isNotEqualTo(words(0x5400_0201));
    assertThat(words(0xB400_0201)).as("cbz x1, x2").isNotEqualTo(words(0xB400_0202));
    assertThat(words(0x3608_0201)).as("tbz #1, #2").isNotEqualTo(words(0x3610_0201));
  }

  @Test
  void distancesWithinTheCodeCount() {
    // b . and b .+4, two instructions before the end
    assertThat(words(0x1400_0000, NOP)).isNotEqualTo(words(0x1400_0001, NOP));
  }

  @Test
  void thePartInThePageGoesWithThePage() {
    assertThat(words(ADRP_X8, ADD_X0_X8_1)).isEqualTo(words(ADRP_X8_FURTHER, ADD_X0_X8_2));
    assertThat(words(ADRP_X8, NOP, LDR_X0_X8_8)).isEqualTo(words(ADRP_X8, NOP, LDR_X0_X8_16));
    assertThat(words(ADD_X0_X8_1)).as("no page").isNotEqualTo(words(ADD_X0_X8_2));
  }

  @Test
  void aRegisterThatWasChangedHoldsNoPage() {
    assertThat(words(ADRP_X8, MOV_X8_X1, LDR_X0_X8_8))
        .isNotEqualTo(words(ADRP_X8, MOV_X8_X1, LDR_X0_X8_16));
    assertThat(words(ADRP_X8, BLR_X1, LDR_X0_X8_8))
        .isNotEqualTo(words(ADRP_X8, BLR_X1, LDR_X0_X8_16));
  }

  @Test
  void bytesBehindTheLastWholeInstructionAreNotRead() {
    InstructionCursor cursor = new Arm64Cursor();
    cursor.start(new byte[6 + InstructionCursor.SLACK], 0, 6, 0);
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.position()).isEqualTo(4);
  }
}
