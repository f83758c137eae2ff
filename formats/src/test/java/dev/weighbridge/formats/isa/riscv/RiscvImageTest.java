package dev.weighbridge.formats.isa.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.MarkedCode;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import org.junit.jupiter.api.Test;

/** What an image adds to the instructions of RISC-V; encodings by the Unprivileged ISA manual. */
class RiscvImageTest {
  private static MarkedCode code() {
    return new MarkedCode(Architecture.RISCV32);
  }

  @Test
  void upperPartsBeginAddressesWhereCodeCannotMove() {
    // lui a5, 0x20000; lw a4, 256(a5); lw a4, 260(a5)
    MarkedCode fixed = code().fixed().words(0x2000_07B7L, 0x1007_A703L, 0x1047_A703L);
    assertThat(fixed.told()).containsExactly("0 4", "4 4 of 20000100", "8 4 of 20000104");
    assertThat(code().words(0x2000_07B7L, 0x1007_A703L).told()).containsExactly("0 4", "4 4");
  }

  @Test
  void compressedUpperPartsDo() {
    // c.lui a5, 0x1f; lw a4, 256(a5)
    assertThat(code().fixed().halves(0x67FD).words(0x1007_A703L).told())
        .containsExactly("0 2", "2 4 of 1f100");
  }

  @Test
  void whatCountsFromAWholeAddressIsNotAsSure() {
    // lui a5, 0x20000; addi a5, a5, 256; lw a4, 8(a5)
    assertThat(code().fixed().words(0x2000_07B7L, 0x1007_8793L, 0x0087_A703L).told())
        .containsExactly("0 4", "4 4 of 20000100", "8 4 perhaps of 20000108");
  }

  /** As objdump prints of {@code auipc} and the jump, whatever stands between them. */
  @Test
  void jumpsIntoTablesReferToTheirBeginning() {
    // auipc a3, 0x2; add a3, a3, a5; jalr t0, 8(a3)
    assertThat(code().words(0x0000_2697L, 0x00F6_86B3L, 0x0086_82E7L).told())
        .containsExactly("0 4", "4 4", "8 4 flow 3 perhaps of 102008");
    // auipc a3, 0x2; c.add a3, a5; jalr t0, 8(a3)
    assertThat(code().words(0x0000_2697L).halves(0x96BE).words(0x0086_82E7L).told())
        .containsExactly("0 4", "4 2", "6 4 flow 3 perhaps of 102008");
    // auipc a3, 0x2; lw a3, 0(a3); jalr t0, 8(a3): what was loaded is not known
    assertThat(code().words(0x0000_2697L, 0x0006_A683L, 0x0086_82E7L).told())
        .containsExactly("0 4", "4 4 of 102000", "8 4 flow 3");
  }

  /** Of a table that another register is counted into. */
  @Test
  void placesInTablesMayBeOfTheirBeginning() {
    // auipc a3, 0x2; add a4, a5, a3; lw a0, 8(a4)
    assertThat(code().words(0x0000_2697L, 0x00D7_8733L, 0x0087_2503L).told())
        .containsExactly("0 4", "4 4", "8 4 perhaps of 102008");
  }

  @Test
  void constantsInTheMidstOfCodeAreNoAddresses() {
    // lui a5, 0x100; addi a5, a5, 4
    assertThat(code().fixed().symbol("f").words(0x0010_07B7L, 0x0047_8793L).told())
        .containsExactly("0 4", "4 4");
  }

  @Test
  void smallDataCountsFromTheGlobalPointer() {
    // lw a4, -4(gp)
    assertThat(code().fixed().symbol("__global_pointer$", 0x2000_0800L).words(0xFFC1_A703L).told())
        .containsExactly("0 4 of 200007fc");
  }

  @Test
  void dataAmongCodeIsNotRead() {
    assertThat(code().symbol("$d").words(0x0000_006FL).symbol("$x").words(0x0000_006FL).told())
        .containsExactly("0 4", "4 4 flow 1 to 100004");
  }

  @Test
  void whatCodeCountsFromHasToBeKnown() {
    assertThat(isComplete(code().fixed())).isFalse();
    assertThat(isComplete(code().fixed().symbol("f"))).isTrue();
    assertThat(isComplete(code())).isTrue();
    Machine machine = Machine.of(Architecture.RISCV32, 32, true);
    assertThat(InstructionSets.cursor(machine).orElseThrow().tellsAllAddresses()).isFalse();
  }

  private static boolean isComplete(MarkedCode code) {
    InstructionCursor cursor = InstructionSets.cursor(code.halves(1).image()).orElseThrow();
    return cursor.tellsAllAddresses();
  }

  /** In instructions that GNU as makes and objdump shows. */
  @Test
  void whatIsBehindAnIndexCountsFromTheAddress() {
    // lui a5, 0x20000; addi a4, a5, 256; add a3, a4, a7; lw a1, 160(a3)
    assertThat(
            code().fixed().words(0x2000_07B7L, 0x1007_8713L, 0x0117_06B3L, 0x0A06_A583L).counted())
        .containsExactly("c: 200001a0");
    // lui, addi; mv a2, a4; lw a1, 8(a2); sll a0, a0, 2; add a0, a0, a4; lw a0, 64(a0)
    MarkedCode code = code().fixed().words(0x2000_07B7L, 0x1007_8713L);
    assertThat(code.halves(0x863A, 0x460C, 0x050A, 0x953A, 0x4128).counted())
        .containsExactly("a: 20000108", "10: 20000140");
    // lui, addi; sh2add a6, a0, a4; sw a1, 32(a6)
    assertThat(
            code().fixed().words(0x2000_07B7L, 0x1007_8713L, 0x20E5_4833L, 0x02B8_2023L).counted())
        .containsExactly("c: 20000120");
  }
}
