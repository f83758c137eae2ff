package dev.weighbridge.formats.problems;

import java.util.Locale;

/**
 * A file that cannot be read as a binary: names the structure, where it lies, what was expected and
 * what was found instead.
 *
 * <p>Thrown by opening a file only when no header could be trusted. A defect found later does not
 * throw; it becomes a {@link Diagnostic} and the bytes concerned fall to the next coarser owner.
 */
public abstract class BinaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String structure;
  private final long fileOffset;
  private final String expected;
  private final String found;

  BinaryException(String structure, long fileOffset, String expected, String found) {
    super(sentence(structure, fileOffset, expected, found));
    this.structure = structure;
    this.fileOffset = fileOffset;
    this.expected = expected;
    this.found = found;
  }

  /** One line: {@code elf.shdr[17].sh_link at 0x1F40: expected < 31, found 4096}. */
  static String sentence(String structure, long fileOffset, String expected, String found) {
    String place = fileOffset < 0 ? "" : String.format(Locale.ROOT, " at 0x%X", fileOffset);
    return structure + place + ": expected " + expected + ", found " + found;
  }

  /** Dotted path of the structure, in the specification's spelling: {@code elf.e_ident}. */
  public String structure() {
    return structure;
  }

  /** File offset of the structure in bytes, or -1 if it has no one place. */
  public long fileOffset() {
    return fileOffset;
  }

  /** What a sound file has there. */
  public String expected() {
    return expected;
  }

  /** What this file has there. */
  public String found() {
    return found;
  }
}
