package dev.weighbridge.formats.isa.arm64;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.CountedAddresses;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instructions are in the words that GNU as makes and objdump shows. */
class Arm64BasesTest {
  private static final int ADRP_X0 = 0x9000_0000;
  private static final int ADD_X0_40 = 0x9101_0000; // add x0, x0, #0x40
  private static final int RET = 0xD65F_03C0;

  /** What is counted behind the two instructions that form 0x100040 in x0. */
  private static List<String> counted(int... instructions) {
    ByteBuffer code =
        ByteBuffer.allocate(8 + 4 * instructions.length).order(ByteOrder.LITTLE_ENDIAN);
    code.putInt(ADRP_X0).putInt(ADD_X0_40);
    for (int instruction : instructions) {
      code.putInt(instruction);
    }
    return CountedAddresses.of(new Arm64Cursor(), code.array(), 0x10_0000);
  }

  @Test
  void accessesCountFromAnAddress() {
    assertThat(
            counted(
                0xB940_0401, // ldr w1, [x0, #4]
                0xB900_0801, // str w1, [x0, #8]
                0xB85F_C005, // ldur w5, [x0, #-4]
                0xAA00_03E6, // mov x6, x0
                0xA941_20C7)) // ldp x7, x8, [x6, #16]
        .contains("8: 100044", "c: 100048", "10: 10003c", "18: 100050");
  }

  @Test
  void anIndexLeadsOnlyOn() {
    assertThat(
            counted(
                0x8B01_0804, // add x4, x0, x1, lsl #2
                0xB940_8085, // ldr w5, [x4, #128]
                0xB85F_C085)) // ldur w5, [x4, #-4]
        .containsExactly("c: 1000c0");
  }

  @Test
  void aSumThatIsComparedMayBeTheEnd() {
    assertThat(
            counted(
                0x9104_0002, // add x2, x0, #0x100
                0xEB01_005F, // cmp x2, x1
                0xAA02_03E0, // mov x0, x2
                RET))
        .isEmpty();
  }

  @Test
  void aSumThatIsComparedCountsWhereMemoryIsAccessed() {
    assertThat(
            counted(
                0x9104_0002, // add x2, x0, #0x100
                0xEB01_005F, // cmp x2, x1
                0xB940_0041)) // ldr w1, [x2]
        .containsExactly("10: 100140");
  }

  @Test
  void aSumThatIsPassedOnCounts() {
    assertThat(counted(0x9104_0000, RET)).as("add x0, x0, #0x100").containsExactly("c: 100140");
  }

  @Test
  void branchesTakeAlongWhatIsKnown() {
    assertThat(
            counted(
                0x5400_0061, // b.ne to the second load
                0x9100_0400, // add x0, x0, #1
                RET,
                0xB940_0401)) // ldr w1, [x0, #4]
        .containsExactly("10: 100041", "14: 100044");
    assertThat(counted(0x9400_0010, 0xB940_0401)).as("bl").isEmpty();
  }
}
