package dev.weighbridge.libraries;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the library of a unit by the path of its main source, and knows names of symbols.
 *
 * <p>First rules decide, which know libraries by their folders; then the folders of Cargo, and
 * those in which projects keep the code of others; then the crate that the compiler of Rust names.
 * Immutable.
 */
public final class LibraryRules {
  static final String FILE = "libraries.toml";

  /** A crate of a registry, or of Debian's: {@code NAME-1.2.3/}. */
  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?:/registry/src/[^/]*|/usr/share/cargo/registry)/([A-Za-z0-9_-]+?)-([0-9]+\\.[0-9]+\\.[0-9][^/]*)/");

  private static final Pattern CARRIED =
      Pattern.compile("(?:^|/)(?:vendor|third[_-]party|3rdparty|external|extern|deps)/([^/]+)/");

  private static final Pattern VERSION = Pattern.compile("(.+?)-v?([0-9]+(?:\\.[0-9]+)+[^/]*)");

  /** {@code src/main.rs/@/app.71cb2d216af34e0e-cgu.0}. */
  private static final Pattern RUST_UNIT = Pattern.compile("/@/([^./]+)\\.[0-9a-z]+-cgu\\.[0-9]+$");

  private record Rule(Optional<Pattern> path, LibraryNames names) {
    boolean isOf(String unit) {
      return path.isPresent() && path.get().matcher(unit).find();
    }
  }

  private static final LibraryRules NO_OTHERS = new LibraryRules(List.of());

  /** Read when they are first asked for. */
  private static final class BuiltIn {
    static final List<Rule> RULES = rules(ConfigTable.toml(FILE, BuiltInText.of(FILE)));
  }

  /** Those that go before the ones that come with the library. */
  private final List<Rule> rules;

  private final LibrarySymbols symbols;

  private LibraryRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    symbols =
        rules.isEmpty()
            ? LibrarySymbols.builtIn()
            : LibrarySymbols.builtIn().and(rules.stream().map(Rule::names).toList());
  }

  /** The rules that come with the library. */
  public static LibraryRules builtIn() {
    return NO_OTHERS;
  }

  /**
   * Reads rules from a TOML file: tables {@code [[library]]}, each with a {@code name} and a
   * pattern {@code path}, or names of {@code symbols} and {@code scopes}, perhaps with more names
   * in {@code also} and names of source files. They go before those that come with the library. The
   * file may have groupings, too.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if it is no TOML, or not of this form
   */
  public static LibraryRules read(Path file) throws IOException {
    return of(ConfigTable.read(file));
  }

  /** Reads rules from a text, as {@link #read} does; the source is what errors call it. */
  public static LibraryRules parse(String source, String text) {
    return of(ConfigTable.toml(source, text));
  }

  private static LibraryRules of(ConfigTable file) {
    file.allowOnly("library", "grouping");
    List<Rule> rules = rules(file);
    return rules.isEmpty() ? NO_OTHERS : new LibraryRules(rules);
  }

  private static List<Rule> rules(ConfigTable file) {
    List<Rule> rules = new ArrayList<>();
    for (ConfigTable table : file.tables("library")) {
      table.allowOnly("name", "path", "symbols", "also", "scopes", "files");
      String name = table.requiredText("name");
      Rule rule = new Rule(table.pattern("path"), LibraryNames.read(name, table));
      if (rule.path().isEmpty() && rule.names().symbols().isEmpty()) {
        throw table.fault("path", "a pattern, or names in \"symbols\" or \"scopes\"");
      }
      rules.add(rule);
    }
    return rules;
  }

  /** The names of symbols of the libraries that come with this one. */
  static List<LibraryNames> builtInNames() {
    return BuiltIn.RULES.stream().map(Rule::names).toList();
  }

  /** The names of symbols by which libraries are known. */
  public LibrarySymbols symbols() {
    return symbols;
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
    Optional<Rule> told = first(rules, path).or(() -> first(BuiltIn.RULES, path));
    if (told.isPresent()) {
      return new UnitLibrary(told.get().names().name(), "");
    }
    if (published.isPresent()) {
      return published.get();
    }
    Optional<UnitLibrary> carried = find(CARRIED, path, false);
    Matcher rust = RUST_UNIT.matcher(name);
    return carried.orElseGet(
        () -> rust.find() ? new UnitLibrary(rust.group(1), "") : UnitLibrary.UNKNOWN);
  }

  private static Optional<Rule> first(List<Rule> rules, String path) {
    return rules.stream().filter(rule -> rule.isOf(path)).findFirst();
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
