package dev.weighbridge.formats.isa.power;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.nio.ByteOrder;
import java.util.Optional;

/** Power of 64 and 32 bits. */
public final class PowerInstructions extends InstructionSet {
  /** {@code ORI r0, r0, 0}. */
  private static final int NOP = 0x6000_0000;

  /** {@code ORI r2, r2, 0}, which ends a group of instructions. */
  private static final int GROUP_END = 0x6042_0000;

  /** How far behind the start of the global offset table register 2 points. */
  private static final long TOC_OFFSET = 0x8000;

  /** Read in the order of the other half of these machines they are no instructions. */
  private final PaddingPatterns padding =
      new WordPadding(NOP, GROUP_END, Integer.reverseBytes(NOP), Integer.reverseBytes(GROUP_END));

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.of(new PowerCursor(order(machine)));
  }

  /**
   * Code of 64 bits counts from the table of contents, 32 KiB into the global offset table (64-bit
   * ELF V2 ABI, 3.3).
   */
  @Override
  public Optional<InstructionCursor> cursor(BinaryImage image) {
    Machine machine = image.machine();
    if (image.isRelocatable() || !machine.is(Architecture.POWERPC64)) {
      return cursor(machine);
    }
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.isLoaded() && section.name().equals(".got")) {
        return Optional.of(new PowerCursor(order(machine), section.address() + TOC_OFFSET));
      }
    }
    return cursor(machine);
  }

  private static ByteOrder order(Machine machine) {
    return machine.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
