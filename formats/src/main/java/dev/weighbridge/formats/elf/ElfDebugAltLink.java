package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The file that holds debug information shared by several: {@code .gnu_debugaltlink}, made by dwz.
 *
 * @param fileName its path
 * @param buildId its build id as lower-case hexadecimal digits
 */
public record ElfDebugAltLink(String fileName, String buildId) {
  /** Longer build ids do not exist. */
  private static final int MAX_BUILD_ID = 1 << 10;

  /** Reads the section: a file name and the bytes of a build id. */
  static Optional<ElfDebugAltLink> read(Bytes section) {
    ElfTexts texts = new ElfTexts(section);
    long id = Math.min(texts.end(0) + 1, section.length());
    if (id <= 1 || section.length() - id > MAX_BUILD_ID) {
      return Optional.empty();
    }
    String digits = HexFormat.of().formatHex(section.toArray(id, section.length()));
    return Optional.of(new ElfDebugAltLink(texts.first(), digits));
  }
}
