package dev.weighbridge.attribution.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Where code whose end is not stated ends, and what only fills up to the next function. */
class GapClassifierTest {
  @Test
  void theZerosOfAJumpAreNotFiller() {
    // push rbp; mov rbp, rsp; pop rbp; jmp +0x146; nopw 0(rax, rax)
    assertThat(fillerStart("x86_64", "55 48 89 e5 5d e9 46 01 00 00 66 0f 1f 44 00 00"))
        .isEqualTo(10);
  }

  /** Distances may hold what is filler elsewhere; both are from a library for Windows. */
  @Test
  void bytesOfDistancesThatLookLikeFillerAreNot() {
    assertThat(fillerStart("x86_64", "48 8b 09 e9 48 65 90 00 cc cc cc cc cc cc cc cc"))
        .isEqualTo(8);
    assertThat(fillerStart("x86_64", "48 8b 09 e9 a8 e7 cc 00 cc cc cc cc cc cc cc cc"))
        .isEqualTo(8);
  }

  /** The zeros at the end of these are their own: ret; nopl 0(rax) and ret; nopl (rax). */
  @Test
  void shortFillerMayEndWithZeros() {
    assertThat(fillerStart("x86_64", "31 c0 c3 0f 1f 40 00")).isEqualTo(3);
    assertThat(fillerStart("x86_64", "31 c0 c3 0f 1f 00")).isEqualTo(3);
  }

  @Test
  void longFillerIsSeenWhole() {
    for (int count = 5; count < 12; count++) {
      String nops = " 66 2e 0f 1f 84 00 00 00 00 00".repeat(count) + " 66 90".repeat(count);
      assertThat(fillerStart("x86_64", "31 c0 c3" + nops)).isEqualTo(3);
    }
  }

  @Test
  void breakpointsFill() {
    assertThat(fillerStart("x86_64", "31 c0 c3 cc cc cc cc cc")).isEqualTo(3);
  }

  @Test
  void fillerMayGoOnWithZeros() {
    assertThat(fillerStart("x86_64", "31 c0 c3 90 66 90 00 00 00 00")).isEqualTo(3);
  }

  @Test
  void zerosAloneAreNotToldFromCode() {
    assertThat(fillerStart("x86_64", "31 c0 c3 00 00 00 00 00")).isEqualTo(8);
  }

  @Test
  void theZerosOfAReturnAreNotFillerOnRiscV() {
    // addi a0, zero, 0; ret; nop; nop
    assertThat(fillerStart("riscv64", "13 05 00 00 67 80 00 00 13 00 00 00 13 00 00 00"))
        .isEqualTo(8);
  }

  @Test
  void fixedWidthNopsFill() {
    assertThat(fillerStart("aarch64", "c0 03 5f d6 1f 20 03 d5 1f 20 03 d5 00 00 00 00"))
        .isEqualTo(4);
    // Thumb: bx lr; nop
    assertThat(fillerStart("arm", "00 20 70 47 70 47 00 bf")).isEqualTo(6);
  }

  private static long fillerStart(String machine, String code) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(code);
    return new GapClassifier(Bytes.of(bytes), Machine.of(new Architecture(machine), 64, true))
        .fillerStart(0, bytes.length);
  }
}
