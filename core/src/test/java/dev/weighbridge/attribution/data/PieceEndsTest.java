package dev.weighbridge.attribution.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lengths draw pieces in where they count bytes of text or whole elements, and else do not. */
class PieceEndsTest {
  private static PieceEnds ends(byte[] file) {
    return new PieceEnds(Bytes.of(file), new long[] {0}, new long[] {file.length});
  }

  private static byte[] file(String text, int size) {
    byte[] file = new byte[size];
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, file, 0, bytes.length);
    return file;
  }

  private static long end(PieceEnds ends, long length) {
    ends.tellLength(0, length);
    ends.settle();
    return ends.next(0);
  }

  @Test
  void textEndsWhereItsLengthSaysOrBehindANul() {
    assertThat(end(ends(file("größe!more", 64)), 8)).isEqualTo(8);
    assertThat(end(ends(file("src/main.rs", 64)), 11)).isEqualTo(12);
  }

  @Test
  void elementsAreCountedWhereTheyFillTheRoom() {
    assertThat(end(ends(new byte[80]), 10)).isEqualTo(80);
    assertThat(end(ends(new byte[247]), 10)).isEqualTo(240);
    assertThat(end(ends(new byte[95]), 5)).as("19 bytes are no element").isEqualTo(95);
  }

  @Test
  void aLengthThatDoesNotFitIsNone() {
    PieceEnds ends = ends(new byte[40]);
    ends.tellLength(0, -3);
    assertThat(end(ends, 41)).isEqualTo(40);
    assertThat(ends.isTold(0)).isFalse();
    assertThat(end(ends, 40)).isEqualTo(40);
    assertThat(ends.isTold(0)).isTrue();
  }

  @Test
  void theLengthOfALongPieceIsFoundBesideTheInstruction() {
    byte[] file = new byte[20_040];
    file[20_001] = (byte) (19_990 & 0xFF);
    file[20_002] = (byte) (19_990 >> 8);
    PieceEnds ends = new PieceEnds(Bytes.of(file), new long[] {0}, new long[] {20_000});
    assertThat(ends.isLong(0)).isTrue();
    ends.tellLengthNear(0, 20_020);
    assertThat(ends.next(0)).isEqualTo(19_990);
    assertThat(ends.isTold(0)).isTrue();
  }
}
