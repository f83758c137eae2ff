package dev.weighbridge.formats.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void givesWhatLiesBetween() {
    Coverage coverage = new Coverage();
    assertThat(coverage.take(10, 20)).containsExactly(10, 20);
    assertThat(coverage.take(30, 40)).containsExactly(30, 40);
    assertThat(coverage.take(5, 50)).containsExactly(5, 10, 20, 30, 40, 50);
    assertThat(coverage.take(5, 50)).isEmpty();
    assertThat(coverage.take(7, 7)).isEmpty();
  }

  @Test
  void givesEachByteOnce() {
    Random random = new Random(1);
    Coverage coverage = new Coverage();
    BitSet seen = new BitSet();
    for (int i = 0; i < 500; i++) {
      int start = random.nextInt(1_000);
      int end = start + random.nextInt(60);
      long[] pieces = coverage.take(start, end);
      BitSet fresh = new BitSet();
      for (int piece = 0; piece < pieces.length; piece += 2) {
        fresh.set((int) pieces[piece], (int) pieces[piece + 1]);
      }
      BitSet expected = new BitSet();
      expected.set(start, end);
      expected.andNot(seen);
      assertThat(fresh).isEqualTo(expected);
      seen.or(expected);
    }
  }
}
