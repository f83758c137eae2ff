package dev.weighbridge.formats.isa.sets;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.InstructionSet;
import dev.weighbridge.formats.isa.PaddingPatterns;
import dev.weighbridge.formats.isa.arm.ArmInstructions;
import dev.weighbridge.formats.isa.arm64.Arm64Instructions;
import dev.weighbridge.formats.isa.loongarch.LoongArchInstructions;
import dev.weighbridge.formats.isa.power.PowerInstructions;
import dev.weighbridge.formats.isa.riscv.RiscvInstructions;
import dev.weighbridge.formats.isa.s390x.S390xInstructions;
import dev.weighbridge.formats.isa.sparc.SparcInstructions;
import dev.weighbridge.formats.isa.x86.X86Instructions;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import java.util.Optional;

/** The instruction sets known here, by machine: the one place that names them all. */
public final class InstructionSets {
  private InstructionSets() {}

  /** What is known of the instructions of a machine; {@link InstructionSet#UNKNOWN} if nothing. */
  public static InstructionSet of(Machine machine) {
    // A chain, not a map: each set is made, and its classes are loaded, only if a file needs it.
    Architecture is = machine.architecture();
    if (is.equals(Architecture.X86_64) || is.equals(Architecture.I386)) {
      return new X86Instructions();
    }
    if (is.equals(Architecture.AARCH64)) {
      return new Arm64Instructions();
    }
    if (is.equals(Architecture.ARM)) {
      return new ArmInstructions();
    }
    if (is.equals(Architecture.RISCV64) || is.equals(Architecture.RISCV32)) {
      return new RiscvInstructions();
    }
    if (is.equals(Architecture.S390X)) {
      return new S390xInstructions();
    }
    if (is.equals(Architecture.LOONGARCH64)) {
      return new LoongArchInstructions();
    }
    if (is.equals(Architecture.POWERPC64) || is.equals(Architecture.POWERPC)) {
      return new PowerInstructions();
    }
    if (is.equals(Architecture.SPARC) || is.equals(Architecture.SPARC64)) {
      return new SparcInstructions();
    }
    return InstructionSet.UNKNOWN;
  }

  /** A new cursor over code of a machine; empty if its instructions cannot be read here. */
  public static Optional<InstructionCursor> cursor(Machine machine) {
    return of(machine).cursor(machine);
  }

  /** A new cursor over code of an image; empty if its instructions cannot be read here. */
  public static Optional<InstructionCursor> cursor(BinaryImage image) {
    return of(image.machine()).cursor(image);
  }

  /** What code of a machine is filled up with. */
  public static PaddingPatterns padding(Machine machine) {
    return of(machine).padding();
  }
}
