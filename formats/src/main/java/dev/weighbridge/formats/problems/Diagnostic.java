package dev.weighbridge.formats.problems;

import java.util.Objects;

/**
 * A defect or an oddity of the input that did not stop the reading.
 *
 * @param severity how much the answer suffers
 * @param structure dotted path of the structure: {@code elf.shdr[17].sh_link}
 * @param fileOffset its file offset in bytes, or -1 if it has no one place
 * @param expected what a sound file has there
 * @param found what this file has there
 */
public record Diagnostic(
    Severity severity, String structure, long fileOffset, String expected, String found) {

  /** How much the answer suffers from a defect. */
  public enum Severity {
    /** The answer is complete; the input is merely unusual. */
    NOTE,
    /** Some bytes have a coarser owner than they could have. */
    WARNING,
    /** A whole part of the file could not be read. */
    ERROR
  }

  /** Checks that nothing is missing. */
  public Diagnostic {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
  }

  /** The defect in one line: structure, place, expected, found. */
  public String sentence() {
    return BinaryException.sentence(structure, fileOffset, expected, found);
  }
}
