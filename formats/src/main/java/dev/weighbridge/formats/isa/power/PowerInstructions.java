package dev.weighbridge.formats.isa.power;

import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;

/** Power of 64 and 32 bits. */
public final class PowerInstructions extends InstructionSet {
  /** {@code ORI r0, r0, 0}. */
  private static final int NOP = 0x6000_0000;

  private final PaddingPatterns padding = new WordPadding(NOP);

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
