package dev.weighbridge.category;

import dev.weighbridge.config.ConfigException;
import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads groupings from TOML.
 *
 * <pre>{@code
 * [[grouping]]
 * name = "team"                      # the word for --by
 * otherwise = "everybody"            # the label of the rest; "[other]" if not said
 * extends = "category"               # or: leave the rest to that grouping
 *
 * [[grouping.rule]]                  # the first rule that fits decides
 * label = "payments"
 * crate = ["billing", "ledger_*"]    # one of these must fit ...
 * kind = "code"                      # ... and all conditions must hold
 * }</pre>
 *
 * <p>Conditions are {@code name}, {@code raw}, {@code module}, {@code crate}, {@code section},
 * {@code origin}, {@code kind} and {@code is}; the page {@code docs/categories.md} says what each
 * means.
 */
public final class RuleFile {
  private static final String BUILT_IN = "categories.toml";
  private static final String OTHERWISE = "[other]";
  private static final int MAX_RULES = 10_000;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");

  private final List<Grouping> found = new ArrayList<>();

  private RuleFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws ConfigException if it is no TOML, or not of this form
   */
  public static List<Grouping> read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return new RuleFile().groupings(ConfigTable.read(file));
  }

  /**
   * Reads a text.
   *
   * @param source what the text is called in errors: a file name
   * @throws ConfigException if it is no TOML, or not of this form
   */
  public static List<Grouping> parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    return new RuleFile().groupings(ConfigTable.toml(source, text));
  }

  /** The text of the built-in rules: an example, and the whole truth about them. */
  public static String builtInText() {
    try (InputStream stream = RuleFile.class.getResourceAsStream(BUILT_IN)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The built-in grouping {@code category}: panic machinery, formatting, drop glue ... */
  public static Grouping category() {
    return BuiltIn.CATEGORY;
  }

  /** Read when first asked for. */
  private static final class BuiltIn {
    static final Grouping CATEGORY = parse(BUILT_IN, builtInText()).get(0);
  }

  private List<Grouping> groupings(ConfigTable file) {
    file.allowOnly("grouping", "library");
    Set<String> names = new HashSet<>();
    for (ConfigTable table : file.tables("grouping")) {
      Grouping grouping = grouping(table);
      if (!names.add(grouping.name())) {
        throw table.fault("name", "a name that no other grouping has");
      }
      found.add(grouping);
    }
    if (found.isEmpty()) {
      throw file.fault("grouping", "one or more of [[grouping]]");
    }
    return List.copyOf(found);
  }

  private Grouping grouping(ConfigTable table) {
    table.allowOnly("name", "otherwise", "extends", "rule");
    String name = table.requiredText("name");
    if (!NAME.matcher(name).matches()) {
      throw table.fault("name", "lower-case letters, digits, - and _, a letter first");
    }
    List<String> labels = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    List<ConfigTable> written = table.tables("rule");
    if (written.isEmpty() || written.size() > MAX_RULES) {
      throw table.fault("rule", "1 to " + MAX_RULES + " of [[grouping.rule]]");
    }
    for (ConfigTable rule : written) {
      rules.addAll(new RuleReader(rule, labels).rules());
    }
    Optional<String> base = table.text("extends");
    if (base.isPresent() && table.has("otherwise")) {
      throw table.fault("otherwise", "none where extends tells what becomes of the rest");
    }
    labels.add(table.text("otherwise").orElse(OTHERWISE));
    Grouping grouping = new Grouping(name, labels, rules);
    return base.isEmpty() ? grouping : grouping.before(named(base.get(), table));
  }

  /** A grouping written before in the same file, or a built-in one. */
  private Grouping named(String name, ConfigTable table) {
    for (Grouping grouping : found) {
      if (grouping.name().equals(name)) {
        return grouping;
      }
    }
    if (name.equals(category().name())) {
      return category();
    }
    throw table.fault("extends", "category or the name of a grouping further up");
  }
}
