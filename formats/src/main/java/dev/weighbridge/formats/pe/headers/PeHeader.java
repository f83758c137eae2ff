package dev.weighbridge.formats.pe.headers;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_DLL;

import dev.weighbridge.formats.machine.Machine;

/**
 * The file header: {@code IMAGE_FILE_HEADER}, or {@code ANON_OBJECT_HEADER_BIGOBJ} of an object
 * with more than 65,279 sections. PE Format, COFF File Header.
 *
 * @param machine one of the {@code IMAGE_FILE_MACHINE_} constants, raw if unknown
 * @param sectionCount as stated
 * @param timestamp seconds since 1970, or a hash in reproducible builds
 * @param symbolTableOffset file offset of the COFF symbol table, 0 if none
 * @param symbolCount rows of the symbol table, those of auxiliary records included
 * @param optionalHeaderSize bytes; 0 in an object
 * @param characteristics {@code IMAGE_FILE_} flags; 0 in a big object
 * @param isBigObject whether it was compiled with {@code /bigobj}
 * @param fileStart first byte in the file; the signature of an image lies four bytes before it
 * @param fileEnd end, exclusive
 */
public record PeHeader(
    int machine,
    long sectionCount,
    int timestamp,
    long symbolTableOffset,
    long symbolCount,
    int optionalHeaderSize,
    int characteristics,
    boolean isBigObject,
    long fileStart,
    long fileEnd) {

  /** Whether it is a library that other programs load: {@code IMAGE_FILE_DLL}. */
  public boolean isLibrary() {
    return (characteristics & IMAGE_FILE_DLL) != 0;
  }

  /** The machine in its usual spelling: {@code x86_64}; {@code IMAGE_FILE_MACHINE_0x1d3}. */
  public String machineName() {
    return PeMachine.name(machine);
  }

  /** The machine that the code is for, as a value. */
  public Machine codeMachine() {
    return PeMachine.of(machine);
  }

  /** Width of an address on this machine in bits: 32 or 64. */
  public int addressBits() {
    return PeMachine.addressBits(machine);
  }
}
