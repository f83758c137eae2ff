package dev.weighbridge.formats.elf.notes;

import java.util.Objects;

/**
 * The file that holds debug information shared by several: {@code .gnu_debugaltlink}, made by dwz.
 *
 * @param fileName its path
 * @param buildId its build id as lower-case hexadecimal digits
 */
public record ElfDebugAltLink(String fileName, String buildId) {
  /** Refuses null. */
  public ElfDebugAltLink {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(buildId, "buildId");
  }
}
