package dev.weighbridge.formats.isa.s390x;

import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/** z/Architecture of 64 bits. */
public final class S390xInstructions extends InstructionSet {
  private final PaddingPatterns padding = new S390xPadding();

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.of(new S390xCursor());
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
