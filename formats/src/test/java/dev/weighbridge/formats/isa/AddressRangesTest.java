package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.AddressRanges.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges are found as by looking at each of them. */
class AddressRangesTest {
  private static final int PROBES = 20_000;

  private static boolean holds(Range range, long address) {
    return Long.compareUnsigned(address - range.start(), range.length()) < 0;
  }

  private static int first(List<Range> ranges, long address) {
    for (int i = 0; i < ranges.size(); i++) {
      if (holds(ranges.get(i), address)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNear(List<Range> ranges, long address, int more) {
    for (int i = 0; i <= more; i++) {
      if (first(ranges, address + i) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Few are looked at one by one, many are searched; some lie over each other, some go round. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 64, 65, 66, 200})
  void findsTheFirst(int count) {
    Random random = new Random(count);
    for (long base : new long[] {0x1000, -600, Long.MAX_VALUE - 300, Integer.MIN_VALUE}) {
      List<Range> ranges = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ranges.add(new Range(base + random.nextInt(2000), random.nextInt(i % 9 == 0 ? 400 : 8)));
      }
      AddressRanges found = new AddressRanges(ranges);
      for (int i = 0; i < PROBES; i++) {
        long address = base - 500 + random.nextInt(3500);
        assertThat(found.indexOf(address)).as("at %x", address).isEqualTo(first(ranges, address));
      }
      for (int i = 0; i < PROBES / 100; i++) {
        long address = base - 500 + random.nextInt(3500);
        int more = random.nextInt(40);
        assertThat(found.isNear(address, more))
            .as("from %x by %d", address, more)
            .isEqualTo(isNear(ranges, address, more));
      }
    }
  }
}
