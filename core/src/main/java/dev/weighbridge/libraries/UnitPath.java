package dev.weighbridge.libraries;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of the main source of a unit, and what its folders tell. */
final class UnitPath {
  /** A crate of a registry, of Debian's, or of those that std is made with: {@code NAME-1.2.3/}. */
  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?:/registry/src/[^/]*|/usr/share/cargo/registry|/rust/deps)"
              + "/([A-Za-z0-9_-]+?)-([0-9]+\\.[0-9]+\\.[0-9][^/]*)/");

  /** A package that Cargo took from git: {@code REPOSITORY-0123456789abcdef/0123456/}. */
  private static final Pattern CHECKOUT =
      Pattern.compile("/git/checkouts/([^/]+)-[0-9a-f]{16}/([0-9a-f]{7,40})/");

  /** Any folder that ends in a version of a crate. */
  private static final Pattern VERSIONED =
      Pattern.compile("(?:^|/)([A-Za-z0-9_-]+?)-([0-9]+\\.[0-9]+\\.[0-9][^/]*)(?=/)");

  private static final Pattern CARRIED =
      Pattern.compile("(?:^|/)(?:vendor|third[_-]party|3rdparty|external|extern|deps)/([^/]+)/");

  private static final Pattern VERSION = Pattern.compile("(.+?)-v?([0-9]+(?:\\.[0-9]+)+[^/]*)");

  /** {@code src/main.rs/@/app.71cb2d216af34e0e-cgu.0}. */
  private static final Pattern RUST_UNIT = Pattern.compile("/@/([^./]+)\\.[0-9a-z]+-cgu\\.[0-9]+$");

  private final String text;
  private final String name;

  /**
   * A path.
   *
   * @param directory the folder that the compiler ran in; empty if it is not stated
   * @param name of the unit, mostly the path of a source
   */
  UnitPath(String directory, String name) {
    this.name = name;
    text = joined(directory, name);
  }

  private static String joined(String directory, String name) {
    String plain = name.replace('\\', '/');
    boolean isAbsolute = plain.startsWith("/") || (plain.length() > 2 && plain.startsWith(":/", 1));
    if (isAbsolute || directory.isEmpty()) {
      return plain;
    }
    String folder = directory.replace('\\', '/');
    while (plain.startsWith("../") && !folder.isEmpty() && !folder.endsWith("..")) {
      plain = plain.substring("../".length());
      folder = folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }
    return folder.isEmpty() ? plain : folder + "/" + plain;
  }

  /** The whole path, with slashes between its names. */
  String text() {
    return text;
  }

  /**
   * The library: by the folders of Cargo, else by those in which projects keep the code of others,
   * else the crate that the compiler of Rust names, with the version that its folder may end in.
   */
  UnitLibrary library() {
    Matcher unit = RUST_UNIT.matcher(name);
    String crate = unit.find() ? unit.group(1) : "";
    return published().or(this::carried).or(() -> ofRust(crate)).orElse(UnitLibrary.UNKNOWN);
  }

  /** What the folders tell that Cargo keeps the code of others in. */
  Optional<UnitLibrary> published() {
    Matcher found = PACKAGE.matcher(text);
    if (found.find()) {
      return Optional.of(new UnitLibrary(found.group(1), found.group(2)));
    }
    Matcher checkout = CHECKOUT.matcher(text);
    if (!checkout.find()) {
      return Optional.empty();
    }
    Matcher unit = RUST_UNIT.matcher(name);
    String crate = unit.find() ? unit.group(1) : checkout.group(1);
    return Optional.of(new UnitLibrary(crate, "git " + checkout.group(2)));
  }

  /** A folder of the name of the crate may end in its version, wherever it is. */
  private Optional<UnitLibrary> ofRust(String crate) {
    Matcher folder = VERSIONED.matcher(text);
    while (!crate.isEmpty() && folder.find()) {
      if (folder.group(1).replace('-', '_').equals(crate)) {
        return Optional.of(new UnitLibrary(crate, folder.group(2)));
      }
    }
    return crate.isEmpty() ? Optional.empty() : Optional.of(new UnitLibrary(crate, ""));
  }

  private Optional<UnitLibrary> carried() {
    Matcher found = CARRIED.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(found.group(1));
    return Optional.of(
        version.matches()
            ? new UnitLibrary(version.group(1), version.group(2))
            : new UnitLibrary(found.group(1), ""));
  }
}
