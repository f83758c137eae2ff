package dev.weighbridge.formats.macho.headers;

import static dev.weighbridge.formats.macho.headers.MachOConstants.VM_PROT_EXECUTE;
import static dev.weighbridge.formats.macho.headers.MachOConstants.VM_PROT_READ;
import static dev.weighbridge.formats.macho.headers.MachOConstants.VM_PROT_WRITE;

import java.util.List;
import java.util.Objects;

/**
 * A segment and its sections: {@code LC_SEGMENT} or {@code LC_SEGMENT_64}, as stated. loader.h.
 *
 * @param name {@code segname}: {@code __TEXT}; empty in a relocatable file
 * @param address virtual address of its first byte
 * @param memorySize bytes it takes in memory
 * @param offset file offset of its first byte
 * @param fileSize bytes it has in the file; the rest of its memory starts as zero
 * @param maximumProtection the protection it may be given
 * @param initialProtection the protection it starts with; {@code VM_PROT_} bits
 * @param flags {@code SG_} bits
 * @param sections as many as lie inside the command, in its order
 * @param fileStart first byte of the command in the file
 * @param fileEnd end of the command, exclusive
 */
public record MachOSegment(
    String name,
    long address,
    long memorySize,
    long offset,
    long fileSize,
    int maximumProtection,
    int initialProtection,
    int flags,
    List<MachOSection> sections,
    long fileStart,
    long fileEnd) {

  /** Checks that nothing is missing. */
  public MachOSegment {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(sections, "sections");
    sections = List.copyOf(sections);
  }

  /** The initial protection as letters: any of {@code r}, {@code w}, {@code x}. */
  public String permissions() {
    StringBuilder letters = new StringBuilder(3);
    if ((initialProtection & VM_PROT_READ) != 0) {
      letters.append('r');
    }
    if ((initialProtection & VM_PROT_WRITE) != 0) {
      letters.append('w');
    }
    if ((initialProtection & VM_PROT_EXECUTE) != 0) {
      letters.append('x');
    }
    return letters.toString();
  }

  /** Whether an address lies in it. */
  public boolean contains(long virtualAddress) {
    return Long.compareUnsigned(virtualAddress - address, memorySize) < 0;
  }
}
