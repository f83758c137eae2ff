package dev.weighbridge.dependencies;

import java.util.Objects;

/**
 * What a package has in a program.
 *
 * @param label its name and version, or versions where nothing tells of which of them bytes are
 * @param fileSize bytes that are of its crates for certain
 * @param isKnown whether that is all; not if there are bytes of which nothing tells whether they
 *     are of this version or of another
 */
public record PackageSize(String label, long fileSize, boolean isKnown) {
  /** Checks that there is a label. */
  public PackageSize {
    Objects.requireNonNull(label, "label");
  }
}
