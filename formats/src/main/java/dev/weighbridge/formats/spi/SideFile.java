package dev.weighbridge.formats.spi;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Objects;

/**
 * A file that may tell more about a binary: a debug file, a program database.
 *
 * @param name its name, for people
 * @param bytes the whole file
 */
public record SideFile(String name, Bytes bytes) {
  /** Refuses null. */
  public SideFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bytes, "bytes");
  }
}
