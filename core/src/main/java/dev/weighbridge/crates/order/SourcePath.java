package dev.weighbridge.crates.order;

import dev.weighbridge.internal.names.ShippedCrates;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a source file tells of the crate that it belongs to.
 *
 * @param origin whose crate it is
 * @param name the crate, or for what is built where the path begins, the folder of its sources;
 *     empty if the path names none
 */
record SourcePath(Origin origin, String name) {
  /** Whose crate a source file belongs to. */
  enum Origin {
    /** That of the program, or of another package built with it. */
    LOCAL,
    /** One from a registry, or from a repository. */
    REGISTRY,
    /** The standard library. */
    STANDARD,
    /** A crate from the folder of those that a build of the standard library uses. */
    SHIPPED,
    /** Nobody knows. */
    UNKNOWN
  }

  /** The standard library's own sources, as its builders and those who build it anew see them. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "(?:.*/)?(?:rustc/[0-9a-f]{40}|rustc-[^/]*|rustlib/src/rust)/library/([^/]+)/.*"
              + "|library/([^/]+)/.*");

  private static final Pattern DEPENDENCY =
      Pattern.compile("(?:.*/)?(?:rust/deps|rustc-[^/]*/vendor)/([^/]+)/.*");

  /** Where Cargo keeps repositories, each in a folder by its name and a hash. */
  private static final String CHECKOUTS = "/git/checkouts/";

  private static final int HASH = 17;

  private static final Pattern VERSIONED =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*?)-[0-9]+\\.[0-9]+\\.[0-9]+[^/]*");

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:/.*");
  private static final String SOURCES = "/src/";
  private static final SourcePath NOTHING = new SourcePath(Origin.UNKNOWN, "");

  /** Reads a path. */
  static SourcePath of(String text) {
    String path = text.replace('\\', '/');
    Matcher library = LIBRARY.matcher(path);
    if (library.matches()) {
      String crate = library.group(1) == null ? library.group(2) : library.group(1);
      return new SourcePath(Origin.STANDARD, crateName(crate));
    }
    Matcher dependency = DEPENDENCY.matcher(path);
    if (dependency.matches()) {
      Matcher versioned = VERSIONED.matcher(dependency.group(1));
      String crate = versioned.matches() ? versioned.group(1) : dependency.group(1);
      return new SourcePath(Origin.SHIPPED, crateName(crate));
    }
    String versioned = lastVersioned(path);
    if (!versioned.isEmpty()) {
      return new SourcePath(Origin.REGISTRY, crateName(versioned));
    }
    int checkouts = path.indexOf(CHECKOUTS);
    int end = path.indexOf('/', checkouts + CHECKOUTS.length());
    if (checkouts >= 0 && end - checkouts > CHECKOUTS.length() + HASH) {
      String name = path.substring(checkouts + CHECKOUTS.length(), end - HASH);
      return new SourcePath(Origin.REGISTRY, crateName(name));
    }
    return local(path);
  }

  /** The crate of the last folder that is named by a crate and its version; empty if none is. */
  private static String lastVersioned(String path) {
    int end = path.lastIndexOf('/');
    while (end > 0) {
      int start = path.lastIndexOf('/', end - 1) + 1;
      Matcher matcher = VERSIONED.matcher(path.substring(start, end));
      if (matcher.matches()) {
        return matcher.group(1);
      }
      end = start - 1;
    }
    return "";
  }

  private static SourcePath local(String path) {
    boolean isAbsolute = path.startsWith("/") || DRIVE.matcher(path).matches();
    String relative = path.startsWith("./") ? path.substring(2) : path;
    int sources = relative.indexOf(SOURCES);
    if (sources <= 0) {
      return isAbsolute ? NOTHING : new SourcePath(Origin.LOCAL, "");
    }
    String folder = relative.substring(0, sources + SOURCES.length() - 1);
    int parent = isAbsolute ? folder.lastIndexOf('/', sources - 1) : -1;
    return new SourcePath(Origin.LOCAL, folder.substring(parent + 1));
  }

  /** Packages may have hyphens in their names where crates have underscores. */
  private static String crateName(String packageName) {
    return packageName.replace('-', '_');
  }

  /** Whether std ships a crate of this name. */
  boolean isShipped() {
    return ShippedCrates.contains(name);
  }
}
