package dev.weighbridge.formats.isa.loongarch;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;
import dev.weighbridge.formats.machine.Machine;
import java.util.ArrayList;
import java.util.List;
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
    List<AddressRanges.Range> loaded = new ArrayList<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.isLoaded()) {
        loaded.add(new AddressRanges.Range(section.address(), section.memorySize()));
      }
    }
    return Optional.of(new LoongArchCursor(new AddressRanges(loaded)));
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
