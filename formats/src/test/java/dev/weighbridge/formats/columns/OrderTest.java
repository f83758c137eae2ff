package dev.weighbridge.formats.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {
  /** Few bits make equal keys, many bits use every digit and the sign. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11, 12, 27, 40, 63, 64})
  void agreesWithAStableSort(int bits) {
    Random random = new Random(bits);
    for (int count : new int[] {0, 1, 2, 3, 100, 3_000}) {
      long[] keys = random.longs(count).map(key -> key >>> (64 - bits)).toArray();
      int[] expected =
          IntStream.range(0, count)
              .boxed()
              .sorted(Comparator.comparing(row -> keys[row], Long::compareUnsigned))
              .mapToInt(row -> row)
              .toArray();
      assertThat(Order.ascending(keys, count)).isEqualTo(expected);
    }
  }

  @Test
  void sortsOnlyTheRowsThatCount() {
    assertThat(Order.ascending(new long[] {3, 1, 2, -1, 0}, 3)).containsExactly(1, 2, 0);
  }

  @Test
  void sortsGivenRowsStably() {
    long[] keys = {5, 0, 5, -1, 5};
    assertThat(Order.sorted(keys, new int[] {4, 3, 2, 0})).containsExactly(4, 2, 0, 3);
  }

  @Test
  void knowsWhatIsAscending() {
    assertThat(Order.isAscending(new long[] {}, 0)).isTrue();
    assertThat(Order.isAscending(new long[] {1, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}, 5))
        .isTrue();
    assertThat(Order.isAscending(new long[] {-1, 1}, 2)).isFalse();
    assertThat(Order.isAscending(new long[] {1, 2, 0}, 2)).isTrue();
  }

  @Test
  void findsWhatALoopFinds() {
    Random random = new Random(7);
    for (int count : new int[] {0, 1, 2, 5, 40}) {
      long[] keys = random.longs(count).map(key -> key >> 61).toArray();
      int[] order = Order.ascending(keys, count);
      long[] sorted = IntStream.of(order).mapToLong(row -> keys[row]).toArray();
      for (long wanted = -6; wanted < 6; wanted++) {
        int last = -1;
        int first = -1;
        for (int i = 0; i < count; i++) {
          last = Long.compareUnsigned(sorted[i], wanted) <= 0 ? i : last;
          first = first < 0 && sorted[i] == wanted ? i : first;
        }
        assertThat(Order.lastAtOrBefore(sorted, wanted)).isEqualTo(last);
        assertThat(Order.lastAtOrBefore(keys, order, wanted)).isEqualTo(last);
        assertThat(Order.firstAt(keys, order, wanted)).isEqualTo(first);
      }
    }
  }
}
