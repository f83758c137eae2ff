package dev.weighbridge.libraries;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the library of a unit by the path of its main source: first by rules, which know libraries
 * by their folders; then by the folders of Cargo, and those in which projects keep the code of
 * others; then by the crate that the compiler of Rust names. Immutable.
 */
public final class LibraryRules {
  private static final String FILE = "libraries.toml";

  /** A crate of a registry, or of Debian's: {@code NAME-1.2.3/}. */
  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?:/registry/src/[^/]*|/usr/share/cargo/registry)/([A-Za-z0-9_-]+?)-([0-9]+\\.[0-9]+\\.[0-9][^/]*)/");

  private static final Pattern CARRIED =
      Pattern.compile("(?:^|/)(?:vendor|third[_-]party|3rdparty|external|extern|deps)/([^/]+)/");

  private static final Pattern VERSION = Pattern.compile("(.+?)-v?([0-9]+(?:\\.[0-9]+)+[^/]*)");

  /** {@code src/main.rs/@/app.71cb2d216af34e0e-cgu.0}. */
  private static final Pattern RUST_UNIT = Pattern.compile("/@/([^./]+)\\.[0-9a-z]+-cgu\\.[0-9]+$");

  private record Rule(String name, Pattern path) {}

  private static final class BuiltIn {
    static final LibraryRules RULES = parse(FILE, text());

    private static String text() {
      try (InputStream stream = LibraryRules.class.getResourceAsStream(FILE)) {
        return new String(
            Objects.requireNonNull(stream, FILE).readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final List<Rule> rules;

  private LibraryRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules that come with the library. */
  public static LibraryRules builtIn() {
    return BuiltIn.RULES;
  }

  /**
   * Reads rules from TOML: tables {@code [[library]]}, each with a name and a pattern of paths.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException if it is no TOML, or not of this form
   */
  static LibraryRules parse(String source, String text) {
    ConfigTable file = ConfigTable.toml(source, text);
    file.allowOnly("library");
    List<Rule> rules = new ArrayList<>();
    for (ConfigTable table : file.tables("library")) {
      table.allowOnly("name", "path");
      String name = table.requiredText("name");
      Optional<Pattern> path = table.pattern("path");
      if (path.isEmpty()) {
        throw table.fault("path", "a pattern");
      }
      rules.add(new Rule(name, path.get()));
    }
    return new LibraryRules(rules);
  }

  /**
   * The library of a unit.
   *
   * @param directory the folder that its compiler ran in; empty if it is not stated
   * @param name its name, mostly the path of a source
   */
  public UnitLibrary of(String directory, String name) {
    String path = joined(directory, name);
    Optional<UnitLibrary> published = find(PACKAGE, path, true);
    for (Rule rule : rules) {
      if (rule.path().matcher(path).find()) {
        return new UnitLibrary(rule.name(), "");
      }
    }
    if (published.isPresent()) {
      return published.get();
    }
    Optional<UnitLibrary> carried = find(CARRIED, path, false);
    Matcher rust = RUST_UNIT.matcher(name);
    return carried.orElseGet(
        () -> rust.find() ? new UnitLibrary(rust.group(1), "") : UnitLibrary.UNKNOWN);
  }

  private static Optional<UnitLibrary> find(Pattern pattern, String path, boolean hasVersion) {
    Matcher found = pattern.matcher(path);
    if (!found.find()) {
      return Optional.empty();
    }
    if (hasVersion) {
      return Optional.of(new UnitLibrary(found.group(1), found.group(2)));
    }
    Matcher version = VERSION.matcher(found.group(1));
    return Optional.of(
        version.matches()
            ? new UnitLibrary(version.group(1), version.group(2))
            : new UnitLibrary(found.group(1), ""));
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
}
