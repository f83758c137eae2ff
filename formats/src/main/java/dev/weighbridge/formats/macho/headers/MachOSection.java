package dev.weighbridge.formats.macho.headers;

import static dev.weighbridge.formats.macho.headers.MachOConstants.SECTION_TYPE;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_ATTR_PURE_INSTRUCTIONS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_ATTR_SOME_INSTRUCTIONS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_GB_ZEROFILL;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_THREAD_LOCAL_ZEROFILL;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_ZEROFILL;

import java.util.Objects;

/**
 * One section of a segment: {@code section} or {@code section_64}, as stated. loader.h.
 *
 * @param index its row, counted from 0 over all segments; symbols count from 1
 * @param name {@code sectname}: {@code __text}
 * @param segmentName {@code segname}: {@code __TEXT}
 * @param address virtual address of its first byte
 * @param memorySize bytes it takes in memory
 * @param offset file offset of its first byte, 0 to 2^32-1; 0 if it has none there
 * @param alignmentPower its alignment is two to this power
 * @param relocationOffset file offset of its relocations, 0 if it has none
 * @param relocationCount how many there are, 0 to 2^32-1
 * @param flags type and attributes
 * @param reserved1 {@code reserved1}: of stubs and pointers the first row of the indirect table
 * @param reserved2 {@code reserved2}: of stubs the bytes of one
 * @param fileStart first byte of this record in the file
 * @param fileEnd end of this record in the file, exclusive
 */
public record MachOSection(
    int index,
    String name,
    String segmentName,
    long address,
    long memorySize,
    long offset,
    int alignmentPower,
    long relocationOffset,
    long relocationCount,
    int flags,
    int reserved1,
    int reserved2,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public MachOSection {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(segmentName, "segmentName");
  }

  /** One of the {@code S_} types: the low byte of the flags. */
  public int type() {
    return flags & SECTION_TYPE;
  }

  /** Whether it holds instructions. */
  public boolean isExecutable() {
    return (flags & (S_ATTR_PURE_INSTRUCTIONS | S_ATTR_SOME_INSTRUCTIONS)) != 0;
  }

  /** Whether it is memory that starts as zero and has no bytes in the file. */
  public boolean isZeroFill() {
    return type() == S_ZEROFILL || type() == S_GB_ZEROFILL || type() == S_THREAD_LOCAL_ZEROFILL;
  }

  /** Bytes it has in the file: 0 if zero-filled, or of a companion file that left them out. */
  public long fileSize() {
    return isZeroFill() || offset == 0 ? 0 : memorySize;
  }

  /** Alignment in bytes; 1 if the power stated makes no sense. */
  public long alignment() {
    return alignmentPower >= 0 && alignmentPower < Long.SIZE - 1 ? 1L << alignmentPower : 1;
  }

  /** Whether an address lies in it. */
  public boolean contains(long virtualAddress) {
    return Long.compareUnsigned(virtualAddress - address, memorySize) < 0;
  }
}
