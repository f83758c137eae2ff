package dev.weighbridge.formats.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** The padding of a machine that nobody here has heard of is one class. */
class OwnMachineTest {
  /** The Motorola 68000, whose no-operation is {@code 4E71} and whose return is {@code 4E75}. */
  private static final class Motorola68000 extends InstructionSet {
    @Override
    public PaddingPatterns padding() {
      return new WordPadding(0x4E71_4E71);
    }
  }

  private static final PaddingPatterns PADDING = new Motorola68000().padding();

  private static Bytes code(int... halves) {
    byte[] code = new byte[halves.length * 2];
    for (int i = 0; i < halves.length; i++) {
      code[2 * i] = (byte) (halves[i] >>> 8);
      code[2 * i + 1] = (byte) halves[i];
    }
    return Bytes.of(code).withOrder(ByteOrder.BIG_ENDIAN);
  }

  @Test
  void itsNoOperationsFill() {
    Bytes filler = code(0x4E71, 0x4E71, 0x4E71);
    assertThat(PADDING.fillsCode(filler, 0, filler.length())).isTrue();
    Bytes code = code(0x4E71, 0x4E75);
    assertThat(PADDING.fillsCode(code, 0, code.length())).isFalse();
  }

  @Test
  void fillerAtTheEndOfCodeIsFound() {
    Bytes code = code(0x2F00, 0x4E75, 0x4E71, 0x4E71);
    assertThat(PADDING.tailStart(code, 0, code.length())).isEqualTo(4);
  }
}
