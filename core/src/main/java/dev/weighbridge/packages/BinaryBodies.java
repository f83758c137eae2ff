package dev.weighbridge.packages;

import dev.weighbridge.duplicates.SharedBodies;
import dev.weighbridge.duplicates.SharedBody;
import dev.weighbridge.formats.packages.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Compares the functions and data of the binaries of a package that run. A binary that is a copy of
 * an earlier one is not looked at: it is told as a whole.
 */
final class BinaryBodies {
  private static final Set<String> OF_OTHERS =
      Set.of("static library", "object file", "debug file", "core dump");

  private final BinaryOpener opener;
  private final SharedBodies bodies = new SharedBodies();
  private final Set<String> seen = new HashSet<>();
  private int count;

  BinaryBodies(BinaryOpener opener) {
    this.opener = opener;
  }

  /**
   * Whether binaries of a type are compared: those that run. What is linked from others, or tells
   * of them, is a copy of them that saves nothing.
   */
  static boolean compares(ContentType type) {
    return type.isBinary() && !OF_OTHERS.contains(type.label());
  }

  /** Whether contents with this hash were not there before. */
  boolean isNew(String hash) {
    return seen.add(hash);
  }

  /**
   * Takes a binary.
   *
   * @return its number
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be read
   */
  int add(String path, Region binary) {
    bodies.add(count, opener.open(path, binary.bytes()).attribution(), binary.shares()::upTo);
    return count++;
  }

  /** What several binaries have. */
  List<SharedBody> list(IntPredicate isCounted) {
    return bodies.list(isCounted);
  }
}
