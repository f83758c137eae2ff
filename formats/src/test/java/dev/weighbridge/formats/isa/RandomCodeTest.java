package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no code is read to its end all the same: each instruction lies in it. */
class RandomCodeTest {
  private static final int LENGTH = 1000;
  private static final int ROUNDS = 200;

  @ParameterizedTest
  @ValueSource(strings = {"arm t", "arm a", "arm d", "riscv32 x", "riscv64 x", "i386 -"})
  void instructionsLieInTheCode(String line) {
    String machine = line.substring(0, line.indexOf(' '));
    String mark = "$" + line.substring(machine.length() + 1);
    MarkedCode marked =
        new MarkedCode(new Architecture(machine)).fixed().symbol(mark).fill(LENGTH / 2);
    InstructionCursor cursor =
        InstructionSets.cursor(marked.symbol("$d").fill(LENGTH).image()).orElseThrow();
    cursor.follow();
    Random random = new Random(25);
    byte[] code = new byte[LENGTH + InstructionCursor.SLACK];
    for (int round = 0; round < ROUNDS; round++) {
      random.nextBytes(code);
      Arrays.fill(code, LENGTH, code.length, (byte) 0);
      int at = 0;
      while (at < LENGTH) {
        cursor.start(code, at, LENGTH, MarkedCode.START + at);
        while (cursor.next()) {
          assertThat(cursor.length()).isPositive();
          assertThat(cursor.end()).isLessThanOrEqualTo(LENGTH);
          cursor.fingerprint();
          for (int index = 0; index < cursor.countedCount(); index++) {
            cursor.counted(index);
          }
        }
        at = Math.max(at + 1, cursor.position() + cursor.alignment());
      }
    }
  }
}
