package dev.weighbridge.formats.elf.headers;

import static dev.weighbridge.formats.elf.headers.ElfConstants.PF_R;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PF_W;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PF_X;
import static dev.weighbridge.formats.elf.headers.ElfConstants.PT_LOAD;

/**
 * One program header, {@code Elf32_Phdr} or {@code Elf64_Phdr}: a segment as the loader sees it.
 * gabi 5, program header.
 *
 * <p>Offsets and sizes are as stated and may reach over the end of the file.
 *
 * @param index its row
 * @param type one of the {@code PT_} constants, raw if unknown
 * @param flags {@code PF_R}, {@code PF_W}, {@code PF_X} and the machine's own
 * @param offset file offset of the segment's first byte
 * @param address virtual address of the segment's first byte
 * @param physicalAddress where it lies physically, for systems that care
 * @param fileSize bytes it has in the file
 * @param memorySize bytes it takes in memory
 * @param alignment in bytes; 0 and 1 mean none
 * @param fileStart first byte of this header in the file
 * @param fileEnd end of this header in the file, exclusive
 */
public record ElfProgramHeader(
    int index,
    int type,
    int flags,
    long offset,
    long address,
    long physicalAddress,
    long fileSize,
    long memorySize,
    long alignment,
    long fileStart,
    long fileEnd) {

  /** Whether the loader maps it, as opposed to pointing into a mapped one. */
  public boolean isLoaded() {
    return type == PT_LOAD;
  }

  /** Its type without the prefix: {@code LOAD}; {@code 0x6474e554} if unknown. */
  public String typeName() {
    return ElfNames.segmentType(type);
  }

  /** The granted permissions: any of {@code r}, {@code w}, {@code x}, in this order. */
  public String permissions() {
    return ((flags & PF_R) != 0 ? "r" : "")
        + ((flags & PF_W) != 0 ? "w" : "")
        + ((flags & PF_X) != 0 ? "x" : "");
  }
}
