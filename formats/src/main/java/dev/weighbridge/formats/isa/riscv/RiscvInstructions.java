package dev.weighbridge.formats.isa.riscv;

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

  private final PaddingPatterns padding = new WordPadding(NOP, COMPRESSED_NOPS);

  @Override
  public Optional<InstructionCursor> cursor(Machine machine) {
    return Optional.of(new RiscvCursor(machine.is(Architecture.RISCV64)));
  }

  @Override
  public PaddingPatterns padding() {
    return padding;
  }
}
