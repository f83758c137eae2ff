package dev.weighbridge.formats.isa.x86;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.isa.InstructionCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class X86CursorTest {
  private static InstructionCursor read(String hex) {
    return read(HexFormat.ofDelimiter(" ").parseHex(hex), 0);
  }

  private static InstructionCursor read(byte[] code, int start) {
    InstructionCursor cursor = new X86Cursor(true);
    cursor.start(
        Arrays.copyOf(code, code.length + InstructionCursor.SLACK), start, code.length, start);
    return cursor;
  }

  private static long word(String hex) {
    InstructionCursor cursor = read(hex);
    assertThat(cursor.next()).isTrue();
    return cursor.fingerprint();
  }

  @Test
  void instructionsEndWhereObjdumpSays() throws IOException {
    int compared = 0;
    try (InputStream list = getClass().getResourceAsStream("x64-lengths.txt")) {
      String text = new String(list.readAllBytes(), StandardCharsets.US_ASCII);
      for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
        byte[] instruction = HexFormat.of().parseHex(line);
        InstructionCursor cursor = read(Arrays.copyOf(instruction, instruction.length + 16), 0);
        assertThat(cursor.next()).as(line).isTrue();
        assertThat(cursor.length()).as(line).isEqualTo(instruction.length);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1500);
  }

  @Test
  void distancesThatLeaveTheCodeDoNotCount() {
    assertThat(word("E8 11 22 33 44")).isEqualTo(word("E8 55 66 77 08"));
    assertThat(word("0F 84 11 22 33 44")).isEqualTo(word("0F 84 55 66 77 08"));
    assertThat(word("48 8D 05 11 22 33 44")).isEqualTo(word("48 8D 05 55 66 77 08"));
    assertThat(word("EB 7F")).isEqualTo(word("EB 7E"));
    // Its displacement reaches over the eighth byte, and an immediate follows.
    assertThat(word("66 66 2E 48 C7 05 11 22 33 44 01 02 03 04"))
        .isEqualTo(word("66 66 2E 48 C7 05 55 66 77 08 01 02 03 04"))
        .isNotEqualTo(word("66 66 2E 48 C7 05 11 22 33 44 01 02 03 05"));
  }

  @Test
  void everythingElseCounts() {
    assertThat(word("E8 11 22 33 44")).isNotEqualTo(word("E9 11 22 33 44"));
    assertThat(word("48 8D 05 11 22 33 44")).isNotEqualTo(word("48 8D 0D 11 22 33 44"));
    assertThat(word("48 8D 84 24 11 22 33 44")).isNotEqualTo(word("48 8D 84 24 12 22 33 44"));
    assertThat(word("B8 11 22 33 44")).isNotEqualTo(word("B8 12 22 33 44"));
    assertThat(word("EB 00 90")).as("within the code").isNotEqualTo(word("EB FE 90"));
  }

  @Test
  void stopsBeforeWhatIsNoInstruction() {
    InstructionCursor cursor = read("90 06 90");
    assertThat(cursor.next()).isTrue();
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.position()).isEqualTo(1);
  }

  @Test
  void stopsBeforeAnInstructionThatIsCutShort() {
    byte[] code = HexFormat.of().parseHex("66662E48C7051122334401020304");
    for (int length = 1; length < code.length; length++) {
      InstructionCursor cursor = read(Arrays.copyOf(code, length), 0);
      assertThat(cursor.next()).as(length + " bytes").isFalse();
      assertThat(cursor.position()).isZero();
    }
  }

  @Test
  void anyBytesAreReadToTheirEnd() {
    Random random = new Random(42);
    byte[] code = new byte[40];
    byte[] prefixes = HexFormat.of().parseHex("66672E0FC4C5628FF0F2F34838");
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(code);
      for (int i = random.nextInt(20); i > 0; i--) {
        code[random.nextInt(code.length)] = prefixes[random.nextInt(prefixes.length)];
      }
      InstructionCursor cursor = read(code, 0);
      int before = 0;
      while (cursor.next()) {
        assertThat(cursor.end()).isBetween(before + 1, before + 15);
        before = cursor.end();
      }
      assertThat(before).isLessThanOrEqualTo(code.length);
    }
  }
}
