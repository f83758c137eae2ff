package dev.weighbridge.lint;

import java.util.Objects;

/**
 * Something in the file that a finding rests on.
 *
 * @param label what it is: a section, a symbol, a text
 * @param fileOffset where it starts, or -1 if it is spread over the file or not in it
 * @param fileSize its bytes in the file
 */
public record FindingPlace(String label, long fileOffset, long fileSize) {
  /** Checks the ranges. */
  public FindingPlace {
    Objects.requireNonNull(label, "label");
    if (fileOffset < -1 || fileSize < 0) {
      throw new IllegalArgumentException(
          "expected an offset >= -1 and a size >= 0, found " + fileOffset + " and " + fileSize);
    }
  }

  /** Bytes that do not lie in one place. */
  public static FindingPlace spread(String label, long fileSize) {
    Objects.requireNonNull(label, "label");
    return new FindingPlace(label, -1, fileSize);
  }
}
