package dev.weighbridge.formats.isa.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.MarkedCode;
import dev.weighbridge.formats.machine.Architecture;
import org.junit.jupiter.api.Test;

/** Instructions are as GNU as makes them and objdump shows them. */
class ArmBasesTest {
  /** Behind instructions that form 0x20000100 in r2. */
  private static MarkedCode thumb() {
    return new MarkedCode(Architecture.ARM)
        .fixed()
        .symbol("$t")
        .halves(0xF240, 0x1200, 0xF2C2, 0x0200); // movw r2, #0x100; movt r2, #0x2000
  }

  /** The same. */
  private static MarkedCode arm() {
    return new MarkedCode(Architecture.ARM)
        .fixed()
        .symbol("$a")
        .words(0xE300_2100L, 0xE342_2000L); // movw r2, #0x100; movt r2, #0x2000
  }

  @Test
  void anIndexLeadsOnlyOn() {
    MarkedCode code =
        thumb()
            .halves(0xEB02, 0x0383) // add.w r3, r2, r3, lsl #2
            .halves(0xF8D3, 0x3100) // ldr.w r3, [r3, #256]
            .halves(0xEB02, 0x0485) // add.w r4, r2, r5, lsl #2
            .halves(0xF854, 0x1C04); // ldr.w r1, [r4, #-4]
    assertThat(code.counted()).containsExactly("c: 20000200");
  }

  @Test
  void copiesInUpperRegistersLeadOn() {
    MarkedCode code =
        thumb()
            .halves(0x4694, 0x4460, 0x6983) // mov ip, r2; add r0, ip; ldr r3, [r0, #24]
            .halves(0x4690, 0x4643, 0x691B); // mov r8, r2; mov r3, r8; ldr r3, [r3, #16]
    assertThat(code.counted()).containsExactly("c: 20000118", "12: 20000110");
  }

  @Test
  void anOffsetMayBeInARegister() {
    MarkedCode code =
        arm()
            .words(0xE082_0000L) // add r0, r2, r0
            .words(0xE300_3424L) // movw r3, #1060
            .words(0xE190_00D3L); // ldrsb r0, [r0, r3]
    assertThat(code.counted()).containsExactly("10: 20000524");
  }

  @Test
  void whatIsWrittenLeadsNowhere() {
    MarkedCode code = thumb().halves(0xEB02, 0x0383, 0x2301, 0x691B); // movs r3, #1; ldr [r3, #16]
    assertThat(code.counted()).isEmpty();
  }
}
