package dev.weighbridge.formats.isa.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.MarkedCode;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Encodings are those of the Arm Architecture Reference Manual, A6 and A8. */
class ArmCursorTest {
  private static MarkedCode thumb() {
    return new MarkedCode(Architecture.ARM).fixed().symbol("$t");
  }

  private static MarkedCode arm() {
    return new MarkedCode(Architecture.ARM).fixed().symbol("$a");
  }

  private static MarkedCode movable() {
    return new MarkedCode(Architecture.ARM).symbol("$t");
  }

  @Test
  void codeWithoutMarksIsNotRead() {
    MarkedCode code = new MarkedCode(Architecture.ARM).fixed().halves(0x4770, 0);
    assertThat(InstructionSets.cursor(code.image())).isEmpty();
  }

  @Test
  void branchesOfThumb() {
    List<String> told =
        thumb()
            .halves(0xF000, 0xF802) // bl 0x100008
            .halves(0xF7FF, 0xFFFC) // bl 0x100000
            .halves(0xF7FF, 0xEFFA) // blx 0x100000
            .halves(0xE7F8) // b.n 0x100000
            .halves(0xD0F7) // beq.n 0x100000
            .halves(0xB110) // cbz r0, 0x100018
            .halves(0xF001, 0xB800) // b.w 0x101016
            .halves(0xF43F, 0xAFF1) // beq.w 0x100000
            .halves(0x4770) // bx lr
            .told();
    assertThat(told)
        .containsExactly(
            "0 4 flow 3 to 100008",
            "4 4 flow 3 to 100000",
            "8 4 flow 3 to 100000",
            "12 2 flow 1 to 100000",
            "14 2 flow 2 to 100000",
            "16 2 flow 2 to 100018",
            "18 4 flow 1 to 101016",
            "22 4 flow 2 to ffffc",
            "26 2 flow 4");
  }

  @Test
  void whatAConditionIsSaidForMayGoOn() {
    List<String> told =
        thumb()
            .halves(0xBF1C) // itt ne
            .halves(0x2000) // movne r0, #0
            .halves(0x4770) // bxne lr
            .halves(0xBD10) // pop {r4, pc}
            .told();
    assertThat(told)
        .containsExactly("0 2", "2 2", "4 2 flow " + Flow.CONDITIONAL, "6 2 flow " + Flow.RETURN);
  }

  @Test
  void literalsAreDataAndWhatTheyHoldIsReferredTo() {
    List<String> told =
        thumb()
            .halves(0x4801) // ldr r0, [pc, #4]
            .halves(0x6841) // ldr r1, [r0, #4]
            .halves(0x4770, 0xBF00) // bx lr, nop
            .symbol("$d")
            .words(0x2000_0100)
            .told();
    assertThat(told)
        .containsExactly("0 2 of 20000100", "2 2 of 20000104", "4 2 flow 4", "6 2", "8 4");
  }

  @Test
  void numbersInTheMidstOfCodeAreNoAddresses() {
    MarkedCode code =
        thumb()
            .symbol("f")
            .halves(0x4800, 0x4770) // ldr r0, [pc]; bx lr
            .symbol("$d");
    assertThat(code.words(MarkedCode.START + 3).told()).contains("0 2 of 100004");
  }

  @Test
  void functionsThatAWordNamesAreReferredTo() {
    MarkedCode code = thumb().symbol("f").halves(0x4800, 0x4770).symbol("$d");
    assertThat(code.words(MarkedCode.START + 1).told()).contains("0 2 of 100001");
  }

  @Test
  void whereTheProgramCounterIsAddedTheSumIsTheAddress() {
    List<String> told =
        movable()
            .halves(0x4801) // ldr r0, [pc, #4]
            .halves(0x4478) // add r0, pc
            .halves(0x4770, 0xBF00)
            .symbol("$d")
            .words(0x1000)
            .told();
    assertThat(told).contains("0 2 of 100008", "2 2 of 101006");
  }

  @Test
  void pairsOfHalvesAreAddresses() {
    List<String> told =
        thumb()
            .halves(0xF240, 0x1000) // movw r0, #0x100
            .halves(0xF2C2, 0x0000) // movt r0, #0x2000
            .halves(0xF240, 0x1100) // movw r1, #0x100
            .halves(0x2100) // movs r1, #0
            .halves(0xF2C2, 0x0100) // movt r1, #0x2000
            .told();
    assertThat(told).containsExactly("0 4", "4 4 of 20000100", "8 4", "12 2", "14 4");
  }

  /** What {@code gcc -mcpu=cortex-m0 -mpure-code} makes of an address. */
  @Test
  void bytesAreSpelled() {
    List<String> told =
        thumb()
            .halves(0x2320, 0x021B) // movs r3, #0x20; lsls r3, r3, #8
            .halves(0x3300, 0x021B) // adds r3, #0; lsls r3, r3, #8
            .halves(0x3301, 0x021B) // adds r3, #1; lsls r3, r3, #8
            .halves(0x3304) // adds r3, #4
            .halves(0x685A) // ldr r2, [r3, #4]
            .told();
    assertThat(told)
        .endsWith("12 2 of 20000104", "14 2 of 20000108")
        .startsWith("0 2", "2 2", "4 2", "6 2", "8 2", "10 2");
  }

  /** What libgcc does where code must not hold addresses ({@code __aeabi_ldivmod}). */
  @Test
  void literalsMayCountFromAPlaceOfTheCode() {
    List<String> told =
        thumb()
            .halves(0x4802, 0xA102) // ldr r0, [pc, #8]; add r1, pc, #8
            .halves(0x1840, 0x9002) // adds r0, r0, r1; str r0, [sp, #8]
            .halves(0xBD03, 0xBF00) // pop {r0, r1, pc}; nop
            .symbol("$d")
            .words(0x1ED9)
            .told();
    assertThat(told).contains("2 2 of 10000c", "4 2 of 101ee5");
  }

  @Test
  void branchesAndAddressesOfArm() {
    List<String> told =
        arm()
            .words(0xEB00_0000L) // bl 0x100008
            .words(0x0AFF_FFFDL) // beq 0x100000
            .words(0xFAFF_FFFCL) // blx 0x100000
            .words(0xE59F_0008L) // ldr r0, [pc, #8]
            .words(0xE3001100L) // movw r1, #0x100
            .words(0xE3421000L) // movt r1, #0x2000
            .words(0xE12F_FF1EL) // bx lr
            .symbol("$d")
            .words(0x2000_0200)
            .told();
    assertThat(told)
        .containsExactly(
            "0 4 flow 3 to 100008",
            "4 4 flow 2 to 100000",
            "8 4 flow 3 to 100000",
            "12 4 of 20000200",
            "16 4",
            "20 4 of 20000100",
            "24 4 flow 4",
            "28 4");
  }

  /** What GNU ld puts before a function of a shared library, and where code is too far away. */
  @Test
  void stubsLeadOn() {
    List<String> told =
        arm()
            .words(0xE28F_C600L) // add ip, pc, #0, 12
            .words(0xE28C_CA01L) // add ip, ip, #4096
            .words(0xE5BC_FBB4L) // ldr pc, [ip, #2996]!
            .words(0xE51F_F004L) // ldr pc, [pc, #-4]
            .symbol("$d")
            .words(0x2000_0001)
            .told();
    assertThat(told).element(2).isEqualTo("8 4 flow 5 of 101bbc");
    assertThat(told).element(3).isEqualTo("12 4 flow 1 to 20000000");
  }
}
