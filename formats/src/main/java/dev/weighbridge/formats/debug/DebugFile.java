package dev.weighbridge.formats.debug;

import java.util.Objects;

/**
 * A file that debug information of an image was read from.
 *
 * @param name what it is called; empty for the file of the image itself
 * @param identity what joins it to the image: a build id, an identifier; empty if nothing does
 */
public record DebugFile(String name, String identity) {
  /** Checks that nothing is missing. */
  public DebugFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(identity, "identity");
  }
}
