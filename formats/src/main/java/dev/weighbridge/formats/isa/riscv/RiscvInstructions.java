package dev.weighbridge.formats.isa.riscv;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.isa.CodeMarks;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.WordPadding;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/** RISC-V of 64 and 32 bits. */
public final class RiscvInstructions extends InstructionSet {
  /** {@code ADDI x0, x0, 0}, and {@code C.NOP} twice. */
  private static final int NOP = 0x0000_0013;

  private static final int COMPRESSED_NOPS = 0x0001_0001;

  private static final String GLOBAL_POINTER = "__global_pointer$";

  private final PaddingPatterns padding = new WordPadding(NOP, COMPRESSED_NOPS);

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.of(new RiscvCursor(machine.is(Architecture.RISCV64)));
  }

  /** Code of an image that symbols name says where its data is, and from where it counts. */
  @Override
  public Optional<InstructionCursor> cursor(BinaryImage image) {
    if (image.isRelocatable() || !image.isLittleEndian()) {
      return cursor(image.machine());
    }
    boolean is64Bit = image.machine().is(Architecture.RISCV64);
    return Optional.of(
        new RiscvCursor(is64Bit, CodeMarks.of(image), image.isFixed(), globalPointer(image)));
  }

  /** What linkers make small data count from, 0 if it does not. */
  private static long globalPointer(BinaryImage image) {
    SymbolTable symbols = image.symbols();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.nameLength(row) == GLOBAL_POINTER.length()
          && symbols.section(row) != SymbolTable.UNDEFINED
          && symbols.name(row).equals(GLOBAL_POINTER)) {
        return symbols.address(row);
      }
    }
    return 0;
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
