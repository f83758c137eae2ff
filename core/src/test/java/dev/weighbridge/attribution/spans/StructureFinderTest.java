package dev.weighbridge.attribution.spans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class StructureFinderTest {
  private static final int SIZE = 200;

  /** Against looking at every structure, on structures that nest and overlap as they like. */
  @RepeatedTest(200)
  void findsWhatHoldsAPlace(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    ImageBuilder builder = new ImageBuilder(Bytes.of(new byte[SIZE]), 0, new Diagnostics());
    int count = random.nextInt(60);
    for (int i = 0; i < count; i++) {
      int start = random.nextInt(SIZE);
      int longest = random.nextBoolean() ? 8 : SIZE;
      int length = 1 + random.nextInt(Math.min(longest, SIZE - start));
      builder.structure("s" + i, Kind.HEADERS, start, length);
    }
    StructureTable table = builder.build().structures();
    StructureFinder finder = new StructureFinder(table);
    for (long place = 0; place < SIZE; place++) {
      long at = place;
      List<Integer> expected =
          table.stream()
              .filter(s -> s.fileStart() <= at && at < s.fileEnd())
              .sorted(Comparator.comparingLong((Structure s) -> s.fileStart() - s.fileEnd()))
              .map(Structure::index)
              .toList();
      List<Integer> found = Arrays.stream(finder.rowsAt(place)).boxed().toList();
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(found.stream().map(table::row).map(s -> s.fileEnd() - s.fileStart()))
          .isSortedAccordingTo(Comparator.reverseOrder());
    }
  }
}
