package dev.weighbridge.packages;

import java.util.Objects;

/**
 * A layer of a container image, or an archive in another package.
 *
 * @param label for people: {@code layer 2: RUN apt-get update}, {@code data.tar.xz}; in brackets
 *     for what lies in the package itself
 * @param digest of a layer, {@code sha256:...} of what travels; empty if it has none
 * @param command that made a layer, as the history of the image says; empty if it does not
 * @param isFileSystem whether it is a layer that goes over those before it
 */
public record PackageLayer(String label, String digest, String command, boolean isFileSystem) {
  /** Checks that nothing is missing. */
  public PackageLayer {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(command, "command");
  }

  /** An archive in a package, or what lies in the package itself. */
  static PackageLayer archive(String label) {
    return new PackageLayer(label, "", "", false);
  }
}
