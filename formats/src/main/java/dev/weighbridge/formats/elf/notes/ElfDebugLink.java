package dev.weighbridge.formats.elf.notes;

import java.util.Objects;

/**
 * The separate file that holds the debug information: {@code .gnu_debuglink}.
 *
 * @param fileName its file name, without a folder
 * @param checksum CRC-32 of its bytes, 0 to 2^32-1; -1 if the section is cut short
 */
public record ElfDebugLink(String fileName, long checksum) {
  /** Refuses null. */
  public ElfDebugLink {
    Objects.requireNonNull(fileName, "fileName");
  }
}
