package dev.weighbridge.formats.spi;

import java.util.Objects;

/**
 * Whether a file is the one that a binary wants.
 *
 * @param outcome what was found out
 * @param expected by what the binary identifies the file: a build id, a GUID with its age
 * @param found the same of the file that was looked at
 */
public record Match(Outcome outcome, String expected, String found) {
  /** What was found out about a file. */
  public enum Outcome {
    /** It was made with the binary. */
    FITS,
    /** It was made with another build, or another program. */
    OTHER_BUILD,
    /** Nothing in the binary or in the file tells. */
    CANNOT_TELL,
    /** It was made with the binary and knows no more than that does. */
    ADDS_NOTHING,
    /** It is not of the kind that is wanted, or damaged. */
    UNREADABLE
  }

  /** Checks that nothing is missing. */
  public Match {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
  }

  /** Whether the file can be used. */
  public boolean fits() {
    return outcome == Outcome.FITS;
  }

  /** Compares two identities; an empty one tells nothing. */
  public static Match ofIdentities(String expected, String found, String nothing) {
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(nothing, "nothing");
    Outcome outcome =
        expected.isEmpty() || found.isEmpty()
            ? Outcome.CANNOT_TELL
            : expected.equals(found) ? Outcome.FITS : Outcome.OTHER_BUILD;
    return new Match(
        outcome, expected.isEmpty() ? nothing : expected, found.isEmpty() ? nothing : found);
  }
}
