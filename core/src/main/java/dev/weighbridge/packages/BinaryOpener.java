package dev.weighbridge.packages;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.query.Query;

/** Opens the binaries of a package, one at a time. */
@FunctionalInterface
public interface BinaryOpener {
  /**
   * What can be asked of a binary.
   *
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be read
   */
  Query open(String name, Bytes bytes);
}
