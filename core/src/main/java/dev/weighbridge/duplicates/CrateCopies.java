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
 * @param versions the versions that paths in the file's read-only data and units of debug
 *     information tell of, ascending as text; empty if there are none; which copy has which version
 *     only units tell
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
   * @param version as its units in debug information tell it; empty if none does
   */
  public record Copy(long disambiguator, CrateOrigin origin, long fileSize, String version) {
    /** Checks that nothing is missing. */
    public Copy {
      Objects.requireNonNull(origin, "origin");
      Objects.requireNonNull(version, "version");
    }

    /** A copy of which nothing tells the version. */
    public Copy(long disambiguator, CrateOrigin origin, long fileSize) {
      this(disambiguator, origin, fileSize, "");
    }

    /**
     * What to call it: {@code name 1.2.3} if its version is known, else {@code name[hash]}, or the
     * name alone where the number is unknown, too.
     */
    public String label(String name) {
      Objects.requireNonNull(name, "name");
      if (!version.isEmpty()) {
        return name + " " + version;
      }
      return disambiguator == 0 ? name : name + "[" + Long.toHexString(disambiguator) + "]";
    }
  }

  /** Checks that nothing is missing and copies the lists. */
  public CrateCopies {
    Objects.requireNonNull(copies, "copies");
    Objects.requireNonNull(versions, "versions");
    Objects.requireNonNull(name, "name");
    copies = List.copyOf(copies);
    versions = List.copyOf(versions);
  }
}
