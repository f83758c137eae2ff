package dev.weighbridge.duplicates;

import java.util.List;
import java.util.Objects;

/**
 * Things in a file that are the same.
 *
 * @param what what they are
 * @param label the first of them for people; of a crate its name
 * @param copyCount how many there are
 * @param fileSize bytes in the file of all of them
 * @param saving bytes of all but one, of crates of all but the largest
 * @param names raw names of symbols; of crates each with its version, or else its disambiguator
 * @param versions of crates, where paths tell
 */
public record DuplicateRow(
    What what,
    String label,
    int copyCount,
    long fileSize,
    long saving,
    List<String> names,
    List<String> versions) {

  /** What things are that are the same. */
  public enum What {
    /** One crate in several versions, or compiled several times. */
    CRATE("crate"),
    /** Functions with the same code, which leads to the same places. */
    IDENTICAL_FUNCTION("identical function"),
    /** Functions that are the same but for PC-relative operands and relocated places. */
    EQUAL_FUNCTION("equal function"),
    /** Data with the same bytes. */
    IDENTICAL_DATA("identical data");

    private final String key;

    What(String key) {
      this.key = key;
    }

    /** The words used in output: {@code identical function}. */
    public String key() {
      return key;
    }
  }

  /** Checks that nothing is missing and copies the lists. */
  public DuplicateRow {
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(versions, "versions");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(label, "label");
    names = List.copyOf(names);
    versions = List.copyOf(versions);
  }
}
