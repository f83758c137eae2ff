package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/** x86 of 64 and 32 bits. */
public final class X86Instructions extends InstructionSet {
  private final PaddingPatterns padding = new X86Padding();

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.of(new X86Cursor(machine.is(Architecture.X86_64)));
  }

  /** Code of 32 bits counts from places of the image. */
  @Override
  public Optional<InstructionCursor> cursor(BinaryImage image) {
    boolean isCounting = image.machine().is(Architecture.I386) && !image.isRelocatable();
    return isCounting ? Optional.of(new I386Cursor(new I386Place(image))) : cursor(image.machine());
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
