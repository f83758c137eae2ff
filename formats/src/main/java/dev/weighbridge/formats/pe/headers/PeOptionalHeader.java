package dev.weighbridge.formats.pe.headers;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_NT_OPTIONAL_HDR64_MAGIC;

import java.util.Objects;

/**
 * The optional header of an image, without its data directories: {@code IMAGE_OPTIONAL_HEADER32} or
 * {@code IMAGE_OPTIONAL_HEADER64}. PE Format, Optional Header.
 *
 * <p>Addresses that count from the image base are called RVA, relative virtual addresses.
 *
 * @param magic one of the {@code IMAGE_NT_OPTIONAL_HDR} constants
 * @param linkerVersion {@code 14.36}
 * @param codeSize {@code SizeOfCode} in bytes
 * @param initializedDataSize {@code SizeOfInitializedData} in bytes
 * @param uninitializedDataSize {@code SizeOfUninitializedData} in bytes
 * @param entryPoint RVA of the first instruction, 0 if none
 * @param imageBase preferred virtual address of the image
 * @param sectionAlignment of sections in memory, in bytes
 * @param fileAlignment of sections in the file, in bytes
 * @param subsystemVersion {@code 6.0}
 * @param imageSize {@code SizeOfImage}: bytes in memory, all sections included
 * @param headersSize {@code SizeOfHeaders}: bytes of all headers, rounded up
 * @param checksum 0 if none
 * @param subsystem {@code IMAGE_SUBSYSTEM_}
 * @param dllCharacteristics {@code IMAGE_DLLCHARACTERISTICS_} flags
 * @param stackReserve bytes of address space for the stack
 * @param stackCommit bytes of the stack at the start
 * @param heapReserve bytes of address space for the heap
 * @param heapCommit bytes of the heap at the start
 * @param dataDirectoryCount {@code NumberOfRvaAndSizes}, as stated
 * @param fileStart first byte in the file
 * @param fileEnd end without the data directories, exclusive
 */
public record PeOptionalHeader(
    int magic,
    String linkerVersion,
    long codeSize,
    long initializedDataSize,
    long uninitializedDataSize,
    long entryPoint,
    long imageBase,
    long sectionAlignment,
    long fileAlignment,
    String subsystemVersion,
    long imageSize,
    long headersSize,
    long checksum,
    int subsystem,
    int dllCharacteristics,
    long stackReserve,
    long stackCommit,
    long heapReserve,
    long heapCommit,
    long dataDirectoryCount,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeOptionalHeader {
    Objects.requireNonNull(linkerVersion, "linkerVersion");
    Objects.requireNonNull(subsystemVersion, "subsystemVersion");
  }

  /** Whether it is a PE32+ image, whose addresses have 64 bits. */
  public boolean is64Bit() {
    return magic == IMAGE_NT_OPTIONAL_HDR64_MAGIC;
  }
}
