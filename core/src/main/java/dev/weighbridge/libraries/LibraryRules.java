package dev.weighbridge.libraries;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells the library of a unit by the path of its main source, and knows names of symbols.
 *
 * <p>First rules decide, which know libraries by their folders; then the folders of Cargo, and
 * those in which projects keep the code of others; then the crate that the compiler of Rust names.
 * Immutable.
 */
public final class LibraryRules {
  static final String FILE = "libraries.toml";

  private record Rule(Optional<Pattern> path, LibraryNames names) {
    boolean isOf(String unit) {
      return path.isPresent() && path.get().matcher(unit).find();
    }
  }

  private static final LibraryRules NO_OTHERS = new LibraryRules(List.of());

  /** Read when they are first asked for: every question has rules, few look into them. */
  private static final class BuiltIn {
    static final List<Rule> RULES = rules(ConfigTable.toml(FILE, BuiltInText.of(FILE)));
  }

  /** Those that go before the ones that come with the library. */
  private final List<Rule> rules;

  /** The names of those, too; null if there are none. */
  private final @Nullable LibrarySymbols symbols;

  private LibraryRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    symbols =
        rules.isEmpty()
            ? null
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
    Objects.requireNonNull(file, "file");
    return of(ConfigTable.read(file));
  }

  /** Reads rules from a text, as {@link #read} does; the source is what errors call it. */
  public static LibraryRules parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
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
    return symbols == null ? LibrarySymbols.builtIn() : symbols;
  }

  /**
   * The library of a unit.
   *
   * @param directory the folder that its compiler ran in; empty if it is not stated
   * @param name its name, mostly the path of a source
   */
  public UnitLibrary of(String directory, String name) {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(name, "name");
    UnitPath path = new UnitPath(directory, name);
    Optional<Rule> told = first(rules, path.text()).or(() -> first(BuiltIn.RULES, path.text()));
    return told.isPresent() ? new UnitLibrary(told.get().names().name(), "") : path.library();
  }

  /**
   * The crate that a source file is of, as the folders of Cargo say, those in which packages come
   * from a registry or from git; unknown if they say nothing.
   */
  public static UnitLibrary published(String path) {
    Objects.requireNonNull(path, "path");
    return new UnitPath("", path).published().orElse(UnitLibrary.UNKNOWN);
  }

  private static Optional<Rule> first(List<Rule> rules, String path) {
    return rules.stream().filter(rule -> rule.isOf(path)).findFirst();
  }

  @Override
  public String toString() {
    return rules.size() + " rules";
  }
}
