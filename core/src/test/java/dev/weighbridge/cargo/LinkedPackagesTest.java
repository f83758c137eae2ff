package dev.weighbridge.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedPackagesTest {
  private static final int PACKAGES = 8;

  /** A lock of packages that need each other as some numbers say, in cycles, too. */
  private static LinkedPackages random(boolean[][] needs) {
    StringBuilder lock = new StringBuilder();
    for (int from = 0; from < PACKAGES; from++) {
      lock.append("[[package]]\nname = \"p" + from + "\"\nversion = \"1.0.0\"\n");
      lock.append("dependencies = [");
      for (int to = 0; to < PACKAGES; to++) {
        lock.append(needs[from][to] ? "\"p" + to + "\"," : "");
      }
      lock.append("]\n");
    }
    Bytes text = Bytes.of(lock.toString().getBytes(StandardCharsets.UTF_8));
    return new LinkedPackages(CargoReader.read("lock", text), 0);
  }

  /** All ways from the first package that go through none twice, tried one by one. */
  private static void ways(boolean[][] needs, List<Integer> way, List<List<Integer>> all) {
    all.add(List.copyOf(way));
    for (int to = 0; to < PACKAGES; to++) {
      if (needs[way.get(way.size() - 1)][to] && !way.contains(to)) {
        way.add(to);
        ways(needs, way, all);
        way.remove(way.size() - 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatOnlyOneBringsIsWhatAllWaysGoThroughItTo(int seed) {
    Random random = new Random(seed);
    boolean[][] needs = new boolean[PACKAGES][PACKAGES];
    for (int edge = 0; edge < 12; edge++) {
      int from = random.nextInt(PACKAGES);
      int to = 1 + random.nextInt(PACKAGES - 1);
      needs[from][to] = from != to;
    }
    LinkedPackages linked = random(needs);
    List<List<Integer>> all = new ArrayList<>();
    ways(needs, new ArrayList<>(List.of(0)), all);
    for (int through = 1; through < PACKAGES; through++) {
      BitSet expected = new BitSet();
      for (int end = 0; end < PACKAGES; end++) {
        int last = end;
        int one = through;
        List<List<Integer>> to =
            all.stream().filter(way -> way.get(way.size() - 1) == last).toList();
        expected.set(end, !to.isEmpty() && to.stream().allMatch(way -> way.contains(one)));
      }
      assertThat(linked.only(through)).as("seed %d, p%d", seed, through).isEqualTo(expected);
    }
    for (CargoPackage one : linked.packages()) {
      int shortest =
          all.stream()
              .filter(way -> way.get(way.size() - 1) == one.index())
              .mapToInt(List::size)
              .min()
              .orElseThrow();
      assertThat(linked.path(one.index())).hasSize(shortest);
    }
  }
}
