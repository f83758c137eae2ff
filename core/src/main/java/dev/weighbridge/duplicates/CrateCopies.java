package dev.weighbridge.duplicates;

import dev.weighbridge.crates.CrateOrigin;
import java.util.List;
import java.util.Objects;

/**
 * A crate that is in an image more than once. Bytes whose names do not tell which copy they are of,
 * as legacy names beside v0 names, are left out.
 *
 * @param image row of the image; the slices of a universal file each have their own crates
 * @param name its name, with underscores
 * @param copies the crates of that name, most bytes first; one if only paths tell of several
 * @param versions the versions that paths in the file's read-only data tell of, ascending as text;
 *     empty if there are none; which copy has which version is not known
 * @param saving bytes of all copies but the largest
 */
public record CrateCopies(
    int image, String name, List<Copy> copies, List<String> versions, long saving) {
  /**
   * One of several crates of a name.
   *
   * @param disambiguator the number that tells it from the others; 0 if unknown
   * @param origin whether it came with the standard library, which cannot share it with a program
   * @param fileSize bytes in the file of all that is due to it
   */
  public record Copy(long disambiguator, CrateOrigin origin, long fileSize) {
    /** Checks that nothing is missing. */
    public Copy {
      Objects.requireNonNull(origin, "origin");
    }
  }

  /** Checks that nothing is missing and copies the lists. */
  public CrateCopies {
    Objects.requireNonNull(name, "name");
    copies = List.copyOf(copies);
    versions = List.copyOf(versions);
  }
}
