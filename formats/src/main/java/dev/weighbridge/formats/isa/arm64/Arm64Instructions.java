package dev.weighbridge.formats.isa.arm64;

import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/**
 * AArch64. Instructions are little-endian in big-endian files too, but of those none is known here.
 */
public final class Arm64Instructions extends InstructionSet {
  private static final int NOP = 0xD503_201F;

  /** {@code BRK #0xF000}, which fills between functions in Windows images. */
  private static final int BREAK = 0xD43E_0000;

  private final PaddingPatterns padding = new WordPadding(NOP, BREAK);

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return machine.isLittleEndian() ? Optional.of(new Arm64Cursor()) : Optional.empty();
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
