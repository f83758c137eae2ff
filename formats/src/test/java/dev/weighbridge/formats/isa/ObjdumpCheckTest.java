package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader of objdump's text takes what any version of it may print. */
class ObjdumpCheckTest {
  private static final String RETURN = "  401000:\tc3                   \tret";

  private static ObjdumpCheck check(String... lines) {
    ObjdumpCheck check = new ObjdumpCheck("x86_64");
    for (String line : lines) {
      check.line(line);
    }
    check.finish();
    return check;
  }

  @Test
  void bytesMayGoOnWithAnUnknownInstruction() {
    ObjdumpCheck check =
        check(
            "  400ff0:\t62 f1 ff 08 7f 00 00 \t(bad)",
            "  400ff7:\t00 00 00 ",
            RETURN,
            "  401001:\t48 b8 00 00 00 00 00 \tmovabs $0x0,%rax",
            "  401008:\t00 00 00 ");
    assertThat(check.differences()).isEmpty();
    assertThat(check.compared()).isEqualTo(2);
  }

  @Test
  void bytesMayGoOnWithNothing() {
    assertThat(check("  400ff7:\t00 00 00 ", RETURN).compared()).isEqualTo(1);
  }

  @Test
  void takesLinesThatAreNone() {
    for (String line :
        List.of("", ":", "\t", " 0:\t", "0:\t0\tnop", "ffffffffffffffff0:\tc3\tret", " 1:\t90\t")) {
      assertThat(check(line, RETURN).compared()).as("%s", line).isPositive();
    }
  }

  @Test
  void takesAnyLine() {
    Random random = new Random(1);
    String letters = "0189af: \t#x<>,(%$)\u00e9";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      for (int length = random.nextInt(30); length > 0; length--) {
        line.append(letters.charAt(random.nextInt(letters.length())));
      }
      check(
          "  400ff0:" + line, RETURN, "  401001:\t90\tcall " + line, " 401002:\t90\tnop # " + line);
    }
  }
}
