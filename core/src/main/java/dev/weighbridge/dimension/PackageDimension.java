package dev.weighbridge.dimension;

import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.query.Query;
import java.util.Objects;

/**
 * Groups what a package holds: by layer, by entry, by type. A binary in a package has one label of
 * each; a binary by itself has none.
 *
 * @param what by what
 * @param depth of entries, how many folders of their path; {@link #WHOLE} for all of it
 */
public record PackageDimension(What what, int depth) implements Dimension {
  /** Whole paths. */
  public static final int WHOLE = Integer.MAX_VALUE;

  /** What the bytes of a package can be grouped by. */
  public enum What {
    /** By layer of a container image, or archive in another package. */
    LAYER,
    /** By path. */
    ENTRY,
    /** By what contents are: ELF executable, script, certificate ... */
    TYPE
  }

  /** Checks the values. */
  public PackageDimension {
    Objects.requireNonNull(what, "what");
    if (depth < 1) {
      throw new IllegalArgumentException("entry depth: expected 1 or more, found " + depth);
    }
  }

  @Override
  public String name() {
    return switch (what) {
      case LAYER -> "layer";
      case TYPE -> "type";
      case ENTRY -> depth == WHOLE ? "entry" : "entry:" + depth;
    };
  }

  /**
   * Refuses a file that is no package.
   *
   * @throws UnsupportedBinaryException always
   */
  @Override
  public Labels labels(Query query) {
    throw new UnsupportedBinaryException(
        name(), -1, "a package, which has layers, entries and types", "a file of one binary");
  }

  /** The label of a path: as many of its folders as wanted, packages in it among them. */
  public String label(String path) {
    Objects.requireNonNull(path, "path");
    if (depth == WHOLE) {
      return path;
    }
    int end = -1;
    for (int i = 0; i < depth; i++) {
      end = path.indexOf('/', end + 1);
      if (end < 0) {
        return path;
      }
    }
    // What is in a package itself, as in lib/a.jar!/b.
    boolean isPackage = end > 1 && path.charAt(end - 1) == '!';
    return path.substring(0, isPackage ? end - 1 : end);
  }
}
