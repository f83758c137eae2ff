package dev.weighbridge.formats.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIntMapTest {
  @Test
  void agreesWithAMapOfObjects() {
    Random random = new Random(11);
    LongIntMap map = new LongIntMap();
    Map<Long, Integer> twin = new HashMap<>();
    for (int i = 0; i < 50_000; i++) {
      long key = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(20_000);
      int value = random.nextInt(Integer.MAX_VALUE);
      if (random.nextInt(3) == 0) {
        map.set(key, value);
        twin.put(key, value);
      } else {
        Integer before = twin.putIfAbsent(key, value);
        assertThat(map.putIfAbsent(key, value)).isEqualTo(before == null ? -1 : before);
      }
    }
    assertThat(map.count()).isEqualTo(twin.size());
    twin.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    assertThat(map.get(-12345)).isEqualTo(-1);
    long[] sorted =
        twin.keySet().stream().sorted(Long::compareUnsigned).mapToLong(k -> k).toArray();
    assertThat(map.sortedKeys()).isEqualTo(sorted);
  }
}
