package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Optional;

/**
 * The separate file that holds the debug information: {@code .gnu_debuglink}.
 *
 * @param fileName its file name, without a folder
 * @param checksum CRC-32 of its bytes, 0 to 2^32-1; -1 if the section is cut short
 */
public record ElfDebugLink(String fileName, long checksum) {

  /** Reads the section: a file name, padding to a multiple of four, and a CRC-32. */
  static Optional<ElfDebugLink> read(Bytes section) {
    ElfTexts texts = new ElfTexts(section);
    String name = texts.first();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    long checksum = texts.end(0) + 4 & ~3L;
    return Optional.of(
        new ElfDebugLink(name, section.contains(checksum, 4) ? section.u32(checksum) : -1));
  }
}
