package dev.weighbridge.formats.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorTest {
  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "7f, 127",
    "8001, 128",
    "e58e26, 624485",
    "8000, 0",
    "80808080808080808000, 0",
    "ffffffffffffffffff01, -1",
    "80808080808080808001, 0x8000000000000000",
  })
  void readsUnsignedLeb128(String hex, String expected) {
    Cursor cursor = cursor(hex);
    assertThat(cursor.uleb128())
        .isEqualTo(Long.parseUnsignedLong(number(expected), radix(expected)));
    assertThat(cursor.isAtEnd()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "3f, 63",
    "40, -64",
    "7f, -1",
    "ff00, 127",
    "807f, -128",
    "c0bb78, -123456",
    "ff7f, -1",
    "80808080808080808000, 0",
    "ffffffffffffffffff7f, -1",
    "ffffffffffffffffff00, 9223372036854775807",
    "8080808080808080807f, -9223372036854775808",
  })
  void readsSignedLeb128(String hex, long expected) {
    Cursor cursor = cursor(hex);
    assertThat(cursor.sleb128()).isEqualTo(expected);
    assertThat(cursor.isAtEnd()).isTrue();
  }

  /** Longer than its type needs, larger than it holds, or cut: each leaves the position alone. */
  @ParameterizedTest
  @CsvSource({
    "u, 64, ffffffffffffffffff02",
    "u, 64, 8080808080808080808000",
    "u, 64, 80",
    "u, 64, ''",
    "u, 32, ffffffff1f",
    "u, 32, 808080808000",
    "u, 8, 8002",
    "u, 1, 02",
    "s, 64, ffffffffffffffffff01",
    "s, 64, 8080808080808080808000",
    "s, 64, 80808080808080808040",
    "s, 64, ff",
    "s, 32, ffffffff0f",
    "s, 32, 8080808010",
    "s, 8, ff01",
  })
  void refusesOverlongAndOverflowingNumbers(String kind, int bits, String hex) {
    Cursor cursor = cursor(hex);
    assertThatThrownBy(() -> read(cursor, kind, bits)).isInstanceOf(MalformedBinaryException.class);
    assertThat(cursor.position()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "u, 32, ffffffff0f, 4294967295",
    "u, 8, ff01, 255",
    "u, 1, 01, 1",
    "u, 7, 7f, 127",
    "s, 32, ffffffff07, 2147483647",
    "s, 32, 8080808078, -2147483648",
    "s, 8, 807f, -128",
    "s, 8, ff00, 127",
    "s, 7, 40, -64",
  })
  void readsNumbersThatJustFit(String kind, int bits, String hex, long expected) {
    assertThat(read(cursor(hex), kind, bits)).isEqualTo(expected);
  }

  @Test
  void readsWhatWasWritten() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      assertThat(new Cursor(new ByteWriter().uleb128(value).bytes(), "u").uleb128())
          .isEqualTo(value);
      assertThat(new Cursor(new ByteWriter().sleb128(value).bytes(), "s").sleb128())
          .isEqualTo(value);
    }
  }

  @Test
  void namesTheStructureAndThePlace() {
    Cursor cursor = new Cursor(Bytes.of(new byte[20]), 4, 8, "elf.shdr[3]", 0x1000);
    cursor.skip(2);
    assertThatThrownBy(cursor::u32)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage("elf.shdr[3] at 0x1006: expected 4 more bytes, found 2 bytes");
    assertThat(cursor.position()).isEqualTo(6);
    assertThat(cursor.remaining()).isEqualTo(2);
    assertThatThrownBy(() -> cursor.skip(-1)).isInstanceOf(MalformedBinaryException.class);
    assertThatThrownBy(() -> cursor.skip(Long.MAX_VALUE))
        .isInstanceOf(MalformedBinaryException.class);
    assertThatThrownBy(() -> cursor.seek(9)).isInstanceOf(MalformedBinaryException.class);
    assertThatThrownBy(() -> cursor.seek(-1)).isInstanceOf(MalformedBinaryException.class);
    cursor.seek(8);
    assertThat(cursor.isAtEnd()).isTrue();
  }

  @Test
  void readsNumbersAndWords() {
    Bytes bytes = new ByteWriter().u8(7).u16(0xFFFE).u32(0xFFFF_FFFDL).u64(-4).u32(-5).bytes();
    Cursor cursor = new Cursor(bytes, "numbers");
    assertThat(cursor.u8()).isEqualTo(7);
    assertThat(cursor.u16()).isEqualTo(0xFFFE);
    assertThat(cursor.i32()).isEqualTo(-3);
    assertThat(cursor.word(true)).isEqualTo(-4);
    assertThat(cursor.word(false)).isEqualTo(0xFFFF_FFFBL);
  }

  @Test
  void readsStringsUpToTheirEnd() {
    Cursor cursor =
        new Cursor(new ByteWriter().text("").text("naïve").raw((byte) 'x').bytes(), "s");
    assertThat(cursor.cString()).isEmpty();
    assertThat(cursor.skipCString()).isEqualTo(6);
    assertThatThrownBy(cursor::cString)
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("no NUL in 1 bytes");
    assertThat(cursor.remaining()).isEqualTo(1);
  }

  private static long read(Cursor cursor, String kind, int bits) {
    return kind.equals("u") ? cursor.uleb128(bits) : cursor.sleb128(bits);
  }

  private static Cursor cursor(String hex) {
    return new Cursor(Bytes.of(HexFormat.of().parseHex(hex)), "leb");
  }

  private static String number(String text) {
    return text.startsWith("0x")
        ? text.substring(2)
        : text.equals("-1") ? "ffffffffffffffff" : text;
  }

  private static int radix(String text) {
    return text.startsWith("0x") || text.equals("-1") ? 16 : 10;
  }
}
