package dev.weighbridge.formats.isa.sparc;

import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;

/** SPARC of 64 and 32 bits. */
public final class SparcInstructions extends InstructionSet {
  /** {@code SETHI 0, %g0}. */
  private static final int NOP = 0x0100_0000;

  /** Files are not always read in the order of their words. */
  private final PaddingPatterns padding = new WordPadding(NOP, Integer.reverseBytes(NOP));

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
