package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Code that cannot be moved is the same but for addresses of what the image has; other numbers tell
 * it apart. The image lies at 0x100000 and has 0x200 bytes.
 */
class AbsoluteAddressesTest {
  private static final int SIZE = 0x200;

  private static List<Long> fingerprints(MarkedCode code, int instructions) {
    BinaryImage image = code.fixed().fill(SIZE).image();
    InstructionCursor cursor = InstructionSets.cursor(image).orElseThrow();
    byte[] bytes = Arrays.copyOf(image.bytes().toArray(0, SIZE), SIZE + InstructionCursor.SLACK);
    cursor.start(bytes, 0, SIZE, MarkedCode.START);
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < instructions; i++) {
      assertThat(cursor.next()).isTrue();
      found.add(cursor.fingerprint());
    }
    return found;
  }

  private static List<Long> riscv(long... words) {
    return fingerprints(new MarkedCode(Architecture.RISCV32).words(words), words.length);
  }

  @Test
  void ofUpperAndLowerParts() {
    // lui a5, 0x100; lw a4, 256(a5), and 260(a5)
    List<Long> one = riscv(0x0010_07B7L, 0x1007_A703L);
    assertThat(riscv(0x0010_07B7L, 0x1047_A703L)).isEqualTo(one);
    assertThat(riscv(0x0020_07B7L, 0x1007_A703L)).as("outside").isNotEqualTo(one);
    assertThat(riscv(0x0010_07B7L, 0x6007_A703L)).as("behind the end").isNotEqualTo(one);
  }

  private static List<Long> i386(int... bytes) {
    return fingerprints(new MarkedCode(Architecture.I386).bytes(bytes), 1);
  }

  @Test
  void ofNumbers() {
    List<Long> one = i386(0x68, 0x10, 0x00, 0x10, 0x00); // push $0x100010
    assertThat(i386(0x68, 0x14, 0x00, 0x10, 0x00)).isEqualTo(one);
    assertThat(i386(0x68, 0x10, 0x00, 0x50, 0x00)).isNotEqualTo(one);
    // movl $0x100010, 0x100018
    List<Long> two = i386(0xC7, 0x05, 0x18, 0x00, 0x10, 0x00, 0x10, 0x00, 0x10, 0x00);
    assertThat(i386(0xC7, 0x05, 0x1C, 0x00, 0x10, 0x00, 0x20, 0x00, 0x10, 0x00)).isEqualTo(two);
    assertThat(i386(0xC7, 0x05, 0x1C, 0x00, 0x10, 0x00, 0x20, 0x00, 0x50, 0x00)).isNotEqualTo(two);
  }

  private static List<Long> literal(long word) {
    MarkedCode code = new MarkedCode(Architecture.ARM).symbol("$t").halves(0x4800, 0xE7FE);
    return fingerprints(code.symbol("$d").words(word), 3); // ldr r0, [pc]; b .; .word
  }

  @Test
  void ofLiterals() {
    List<Long> one = literal(0x10_0100);
    assertThat(literal(0x10_0104)).isEqualTo(one);
    assertThat(literal(0x90_0100)).isNotEqualTo(one);
  }

  private static List<Long> halves(int low, int high) {
    MarkedCode code = new MarkedCode(Architecture.ARM).symbol("$t");
    return fingerprints(code.halves(0xF240, low, 0xF2C0, high), 2); // movw r0; movt r0
  }

  @Test
  void ofHalves() {
    List<Long> one = halves(0x1000, 0x0010); // 0x100100
    assertThat(halves(0x1004, 0x0010)).isEqualTo(one);
    assertThat(halves(0x1004, 0x0090)).isNotEqualTo(one);
    assertThat(halves(0x3000, 0x0010)).as("behind the end").isNotEqualTo(one);
  }
}
