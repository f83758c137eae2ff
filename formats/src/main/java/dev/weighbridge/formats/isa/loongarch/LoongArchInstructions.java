package dev.weighbridge.formats.isa.loongarch;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/** LoongArch. */
public final class LoongArchInstructions extends InstructionSet {
  /** {@code ANDI $zero, $zero, 0}, and {@code BREAK 0}. */
  private static final int NOP = 0x0340_0000;

  private static final int BREAK = 0x002A_0000;

  private final PaddingPatterns padding = new WordPadding(NOP, BREAK);

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.of(new LoongArchCursor());
  }

  /** Code that cannot be moved may hold addresses as numbers: those of what is loaded. */
  @Override
  public Optional<InstructionCursor> cursor(BinaryImage image) {
    if (!image.isFixed()) {
      return cursor(image.machine());
    }
    return Optional.of(new LoongArchCursor(AddressRanges.ofLoaded(image)));
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
