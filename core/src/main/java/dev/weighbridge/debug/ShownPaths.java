package dev.weighbridge.debug;

import dev.weighbridge.formats.debug.SourceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths of source files as reports show them: without what changes from machine to machine. A file
 * of a published crate counts from the crate, one of Rust's library from the sources of Rust, any
 * other from the folder that its compiler ran in. Files that would then look the same keep their
 * full paths.
 */
public final class ShownPaths {
  private static final Pattern ROOT =
      Pattern.compile(
          ".*/registry/src/[^/]*-[0-9a-f]{16}/|.*/git/checkouts/(?=[^/]+-[0-9a-f]{16}/)"
              + "|/rustc/[0-9a-f]{40}/|/usr/share/cargo/registry/");

  private final Map<String, String> fullByShown = new HashMap<>();
  private final Set<String> ambiguous = new HashSet<>();

  /** No files yet. */
  public ShownPaths() {}

  /** Tells of a file, before any is shown. */
  public void add(SourceTable sources, int file) {
    String full = sources.path(file);
    String shown = shortened(full, sources.base(file));
    String before = fullByShown.putIfAbsent(shown, full);
    if (before != null && !before.equals(full)) {
      ambiguous.add(shown);
    }
  }

  /** The path of a file that was told of. */
  public String of(SourceTable sources, int file) {
    String full = sources.path(file);
    String shown = shortened(full, sources.base(file));
    return ambiguous.contains(shown) ? full : shown;
  }

  /**
   * A path without what it has in common with others of its machine.
   *
   * @param base the folder that the compiler ran in; empty if it is not known
   */
  public static String shortened(String path, String base) {
    Matcher root = ROOT.matcher(path);
    if (root.lookingAt()) {
      return path.substring(root.end());
    }
    String folder = base.replace('\\', '/');
    boolean isBelow =
        folder.length() > 1
            && path.length() > folder.length() + 1
            && path.startsWith(folder)
            && path.charAt(folder.length()) == '/';
    return isBelow ? path.substring(folder.length() + 1) : path;
  }
}
