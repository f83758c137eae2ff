package dev.weighbridge.formats.macho.headers;

import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;

/**
 * The header of a Mach-O file: {@code mach_header} or {@code mach_header_64}, as stated. loader.h.
 *
 * @param is64Bit whether addresses have 64 bits: {@code MH_MAGIC_64}
 * @param isLittleEndian whether numbers are little-endian
 * @param cpuType one of the {@code CPU_TYPE_} constants
 * @param cpuSubtype the processor in its low, capabilities in its highest byte
 * @param fileType one of the {@code MH_} constants: {@code MH_EXECUTE}
 * @param commandCount {@code ncmds}, 0 to 2^32-1, as stated
 * @param commandsSize {@code sizeofcmds} in bytes, 0 to 2^32-1, as stated
 * @param flags any of the {@code MH_} flags
 * @param fileEnd end of the header in the file, exclusive; it starts at 0
 */
public record MachOHeader(
    boolean is64Bit,
    boolean isLittleEndian,
    int cpuType,
    int cpuSubtype,
    int fileType,
    long commandCount,
    long commandsSize,
    int flags,
    long fileEnd) {

  /** First byte in the file: 0. */
  public long fileStart() {
    return 0;
  }

  /** Width of an address in bits: 32 or 64. */
  public int addressBits() {
    return is64Bit ? 64 : 32;
  }

  /** Bytes of an address: 4 or 8. */
  public int addressBytes() {
    return is64Bit ? 8 : 4;
  }

  /** The machine in the field's usual spelling: {@code aarch64}. */
  public String machineName() {
    return MachOMachine.name(cpuType);
  }

  /** The machine that the code is for, as a value. */
  public Machine codeMachine() {
    return Machine.of(new Architecture(machineName()), addressBits(), isLittleEndian)
        .withVariant(MachOMachine.variant(cpuType, cpuSubtype));
  }

  /** The architecture in the spelling of the platform's tools: {@code arm64}. */
  public String architecture() {
    return MachOMachine.architecture(cpuType, cpuSubtype);
  }

  /** Whether the linker has still to place its sections: {@code MH_OBJECT}. */
  public boolean isRelocatable() {
    return fileType == MachOConstants.MH_OBJECT;
  }
}
