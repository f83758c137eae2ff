package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.machine.Machine;

/**
 * Finds the addresses that machine code forms by itself: PC-relative loads and address
 * computations. Calls and jumps are not reported. Not for several threads.
 */
public abstract class AddressScanner {
  /** Bytes decoded at a time. */
  static final int WINDOW = 1 << 16;

  /** Bytes by which windows overlap: longer than any instruction. */
  static final int OVERLAP = 16;

  AddressScanner() {}

  /** The scanner of a machine, or {@code null} if there is none for it. */
  public static AddressScanner of(Machine machine) {
    return switch (machine.name()) {
      case "x86_64" -> new X64AddressScanner();
      case "aarch64" -> machine.isLittleEndian() ? new Arm64AddressScanner() : null;
      case "s390x" -> new S390xAddressScanner();
      case "riscv64" -> new RiscvAddressScanner(true);
      case "riscv32" -> new RiscvAddressScanner(false);
      case "loongarch64" -> new LoongArchAddressScanner();
      default -> null;
    };
  }

  /**
   * Scans code and reports what it refers to.
   *
   * @param code bytes that hold the code
   * @param start position of the first code byte
   * @param end end of the code, exclusive
   * @param address virtual address of the first code byte
   * @param found takes each address formed, with the position of the instruction
   */
  public abstract void scan(Bytes code, long start, long end, long address, References found);
}
