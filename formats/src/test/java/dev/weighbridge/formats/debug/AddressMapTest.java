package dev.weighbridge.formats.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressMapTest {
  private static final int SIZE = 300;

  /** An owner an address, written down claim by claim. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithASlowTwin(int seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      int[] owner = new int[SIZE];
      int[] rank = new int[SIZE];
      Arrays.fill(owner, -1);
      AddressMap.Builder builder = new AddressMap.Builder();
      int claims = random.nextInt(20);
      for (int row = 0; row < claims; row++) {
        int start = random.nextInt(SIZE);
        int end = Math.min(SIZE, start + random.nextInt(random.nextBoolean() ? 10 : SIZE));
        int ofRank = random.nextInt(3);
        builder.add(start, end, row, ofRank);
        for (int at = start; at < end; at++) {
          if (owner[at] < 0 || ofRank > rank[at]) {
            owner[at] = row;
            rank[at] = ofRank;
          }
        }
      }
      AddressMap map = builder.build();
      for (int at = 0; at < SIZE; at++) {
        assertThat(map.rowAt(at)).as("seed %d, address %d", seed, at).isEqualTo(owner[at]);
      }
      isInOrder(map);
    }
  }

  private static void isInOrder(AddressMap map) {
    for (int range = 0; range < map.count(); range++) {
      assertThat(map.start(range)).isLessThan(map.end(range));
      if (range > 0) {
        assertThat(map.start(range)).isGreaterThanOrEqualTo(map.end(range - 1));
        boolean isSame = map.row(range) == map.row(range - 1);
        assertThat(isSame && map.start(range) == map.end(range - 1)).isFalse();
      }
    }
  }

  @Test
  void addressesAreUnsigned() {
    AddressMap.Builder builder = new AddressMap.Builder();
    builder.add(Long.MAX_VALUE - 1, Long.MIN_VALUE + 2, 7, 0);
    builder.add(-2, -1, 8, 0);
    builder.add(5, 5, 9, 0);
    builder.add(6, 4, 9, 0);
    AddressMap map = builder.build();
    assertThat(map.count()).isEqualTo(2);
    assertThat(map.rowAt(Long.MIN_VALUE)).isEqualTo(7);
    assertThat(map.rowAt(-2)).isEqualTo(8);
    assertThat(map.rowAt(-1)).isEqualTo(-1);
    assertThat(map.rowAt(5)).isEqualTo(-1);
  }

  /** The body of one function as two units tell it, of which the linker kept the first. */
  @Test
  void theFirstSourceHasWhatLaterOnesClaimMoreDeeply() {
    AddressMap.Builder claims = new AddressMap.Builder();
    claims.add(0x20, 0x40, 3, 1, 1);
    claims.add(0x10, 0x30, 2, 0, 1);
    claims.add(0x18, 0x20, 1, 1, 0);
    claims.add(0x10, 0x30, 0, 0, 0);
    AddressMap map = claims.build();
    assertThat(map.rowAt(0x10)).isZero();
    assertThat(map.rowAt(0x18)).isEqualTo(1);
    assertThat(map.rowAt(0x20)).isZero();
    assertThat(map.rowAt(0x2F)).isZero();
    assertThat(map.rowAt(0x30)).isEqualTo(3);
  }
}
