package dev.weighbridge.packages;

import dev.weighbridge.duplicates.SharedBodies;
import dev.weighbridge.duplicates.SharedBody;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.packages.content.ContentType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

  /** Entries by the numbers of binaries, which are not given twice. */
  private final Map<Integer, Integer> entryOf = new HashMap<>();

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
   * @param entry the entry it is, of all in the outermost package
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be read
   */
  void add(int entry, String path, Region binary) {
    bodies.add(count, opener.open(path, binary.bytes()).attribution(), binary.shares()::upTo);
    entryOf.put(count++, entry);
  }

  /** Forgets the binaries of entries from one on: the package that they were in is damaged. */
  void withdraw(int first) {
    entryOf.values().removeIf(entry -> entry >= first);
  }

  /** The entry of a binary by its number. */
  int entry(int number) {
    return Objects.requireNonNull(entryOf.get(number));
  }

  /** What several binaries have, by their numbers. */
  List<SharedBody> list() {
    return bodies.list(entryOf::containsKey);
  }
}
