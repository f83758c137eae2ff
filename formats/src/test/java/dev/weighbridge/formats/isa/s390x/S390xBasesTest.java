package dev.weighbridge.formats.isa.s390x;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.CountedAddresses;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instructions are in the bytes that GNU as makes and objdump shows. */
class S390xBasesTest {
  private static final String LARL = "c03000000800"; // larl %r3,0x1001000

  private static List<String> counted(String... instructions) {
    byte[] code = HexFormat.of().parseHex(LARL + String.join("", instructions));
    return CountedAddresses.of(new S390xCursor(), code, 0x100_0000);
  }

  @Test
  void accessesCountFromAnAddress() {
    assertThat(
            counted(
                "58403004", // l %r4,4(%r3)
                "71213100", // ms %r2,256(%r1,%r3)
                "b9040063", // lgr %r6,%r3
                "e31060080024")) // stg %r1,8(%r6)
        .containsExactly("6: 1001004", "a: 1001100", "12: 1001008");
  }

  @Test
  void addressesOfOperandsLeadOn() {
    assertThat(
            counted(
                "415130d8", // la %r5,216(%r1,%r3)
                "e54c50000002", // mvhi 0(%r5),2
                "e3703ff8ff71", // lay %r7,-8(%r3)
                "e38070100004")) // lg %r8,16(%r7)
        .containsExactly("a: 10010d8", "16: 1001008");
  }

  @Test
  void whatIsWrittenLeadsNowhere() {
    assertThat(counted("b9140032", "58403004")).as("lgfr %r3,%r2").isEmpty();
    assertThat(counted("eb2470000004", "58403004")).as("lmg %r2,%r4,0(%r7)").isEmpty();
  }
}
