package dev.weighbridge.attribution.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index of places against a look at every piece. */
class PieceFinderTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 7, 1 << 20, 1L << 40, 1L << 62, Long.MAX_VALUE})
  void findsWhatALookAtEveryPieceFinds(long reach) {
    Random random = new Random(reach);
    long[] borders = random.longs(40, -reach, reach).sorted().distinct().toArray();
    Pieces.Builder builder = new Pieces.Builder(0);
    for (int i = 0; i + 1 < borders.length; i += 2) {
      builder.add(borders[i], borders[i + 1], i);
    }
    Pieces pieces = builder.freeze();
    PieceFinder finder = new PieceFinder(pieces);
    for (long border : borders) {
      for (long place = border - 1; place <= border + 1; place++) {
        assertThat(finder.codeAt(place)).as("at %d", place).isEqualTo(slow(pieces, place));
      }
    }
    assertThat(finder.codeAt(Long.MIN_VALUE)).isEqualTo(slow(pieces, Long.MIN_VALUE));
    assertThat(finder.codeAt(Long.MAX_VALUE)).isEqualTo(slow(pieces, Long.MAX_VALUE));
  }

  private static int slow(Pieces pieces, long place) {
    for (int i = 0; i < pieces.count(); i++) {
      if (pieces.start(i) <= place && place < pieces.end(i)) {
        return pieces.code(i);
      }
    }
    return -1;
  }
}
