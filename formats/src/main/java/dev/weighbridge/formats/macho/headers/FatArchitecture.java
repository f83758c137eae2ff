package dev.weighbridge.formats.macho.headers;

/**
 * Where one architecture lies in a universal file: {@code fat_arch} or {@code fat_arch_64}, as
 * stated. fat.h.
 *
 * @param index its row
 * @param cpuType one of the {@code CPU_TYPE_} constants
 * @param cpuSubtype the processor in its low, capabilities in its highest byte
 * @param offset file offset of its first byte
 * @param size bytes
 * @param alignmentPower {@code offset} is a multiple of two to this power
 * @param fileStart first byte of this row in the file
 * @param fileEnd end of this row in the file, exclusive
 */
public record FatArchitecture(
    int index,
    int cpuType,
    int cpuSubtype,
    long offset,
    long size,
    int alignmentPower,
    long fileStart,
    long fileEnd) {

  /** The architecture in the spelling of the platform's tools: {@code arm64}. */
  public String name() {
    return MachOMachine.architecture(cpuType, cpuSubtype);
  }
}
