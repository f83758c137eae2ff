package dev.weighbridge.lint;

import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.internal.config.ProjectTables;
import dev.weighbridge.lint.RuleInfo.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings of a linter: levels and parameters of rules, exceptions, and from which severity on a
 * build fails. Immutable.
 *
 * <pre>
 * fail-on = "warning"
 *
 * [rules]
 * build-paths = "error"
 * compression = "off"
 *
 * [rules.heavy-crates]
 * level = "warning"
 * min-bytes = "64 KiB"
 *
 * [[allow]]
 * rule = "panic-unwind"
 * reason = "plugins are isolated with catch_unwind"
 * expires = 2027-06-30
 * </pre>
 *
 * <p>The same file may hold a budget and defaults of the command, as {@code weighbridge.toml}; a
 * linter lets them be.
 */
public final class LintConfig {
  /** No settings: every rule at its own severity, failing from warnings on. */
  public static final LintConfig DEFAULT = of(ConfigTable.empty("no settings"));

  private static final String LEVELS = "one of off, note, warning, error";

  private record Setting(Optional<Severity> severity, boolean isOff, ConfigTable table) {}

  private final ConfigTable source;
  private final Map<String, Setting> settings;
  private final List<Suppression> suppressions;
  private final Severity failOn;

  private LintConfig(
      ConfigTable source,
      Map<String, Setting> settings,
      List<Suppression> suppressions,
      Severity failOn) {
    this.source = source;
    this.settings = settings;
    this.suppressions = List.copyOf(suppressions);
    this.failOn = failOn;
  }

  /**
   * Reads a TOML file.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if something in it is not a setting
   */
  public static LintConfig read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return of(ConfigTable.read(file));
  }

  /**
   * Reads a TOML text.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException if something in it is not a setting
   */
  public static LintConfig parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    return of(ConfigTable.toml(source, text));
  }

  private static LintConfig of(ConfigTable table) {
    ProjectTables.check(table);
    Severity failOn = severity(table, "fail-on").orElse(Severity.WARNING);
    Map<String, Setting> settings = new LinkedHashMap<>();
    Optional<ConfigTable> rules = table.table("rules");
    if (rules.isPresent()) {
      for (String rule : rules.get().keys()) {
        settings.put(rule, setting(rules.get(), rule));
      }
    }
    List<Suppression> suppressions = new ArrayList<>();
    for (ConfigTable allow : table.tables("allow")) {
      suppressions.add(suppression(allow));
    }
    return new LintConfig(table, settings, suppressions, failOn);
  }

  private static Optional<Severity> severity(ConfigTable table, String key) {
    Optional<String> text = table.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Severity.named(text.get());
    if (severity.isEmpty()) {
      throw table.fault(key, "one of note, warning, error");
    }
    return severity;
  }

  private static Setting setting(ConfigTable rules, String rule) {
    boolean isTable = rules.isTable(rule);
    ConfigTable table =
        isTable ? rules.table(rule).orElseThrow() : ConfigTable.empty("rules." + rule);
    ConfigTable home = isTable ? table : rules;
    String key = isTable ? "level" : rule;
    Optional<String> level = home.text(key);
    boolean isOff = level.isPresent() && level.get().equals("off");
    Optional<Severity> severity = level.flatMap(Severity::named);
    if (level.isPresent() && !isOff && severity.isEmpty()) {
      throw home.fault(key, LEVELS);
    }
    return new Setting(severity, isOff, table);
  }

  private static Suppression suppression(ConfigTable table) {
    table.allowOnly("rule", "match", "reason", "expires");
    return new Suppression(
        table.requiredText("rule"),
        table.pattern("match"),
        table.requiredText("reason"),
        table.date("expires"));
  }

  /** From which severity on a build fails; warnings unless set. */
  public Severity failOn() {
    return failOn;
  }

  /** The same settings, failing from another severity on. */
  public LintConfig withFailOn(Severity other) {
    Objects.requireNonNull(other, "other");
    return new LintConfig(source, settings, suppressions, other);
  }

  /** The exceptions, in the order written. */
  public List<Suppression> suppressions() {
    return suppressions;
  }

  /** Whether a rule is switched off. */
  public boolean isOff(RuleInfo rule) {
    Objects.requireNonNull(rule, "rule");
    Setting setting = settings.get(rule.id());
    return setting != null && setting.isOff();
  }

  /** The severity of a rule's findings, if it is set. */
  public Optional<Severity> severity(RuleInfo rule) {
    Objects.requireNonNull(rule, "rule");
    Setting setting = settings.get(rule.id());
    return setting == null ? Optional.empty() : setting.severity();
  }

  /** The table of a rule; without settings if there is none. */
  ConfigTable table(RuleInfo rule) {
    Setting setting = settings.get(rule.id());
    return setting == null ? ConfigTable.empty("rules." + rule.id()) : setting.table();
  }

  /**
   * Refuses settings of rules that do not exist and parameters that they do not have.
   *
   * @throws dev.weighbridge.config.ConfigException if there are any
   */
  void checkAgainst(List<RuleInfo> rules) {
    List<String> ids = rules.stream().map(RuleInfo::id).toList();
    Map<String, RuleInfo> known =
        rules.stream().collect(Collectors.toMap(RuleInfo::id, rule -> rule));
    for (Map.Entry<String, Setting> entry : settings.entrySet()) {
      RuleInfo rule = known.get(entry.getKey());
      if (rule == null) {
        throw source.table("rules").orElseThrow().unknown(entry.getKey(), "a rule of ", ids);
      }
      List<String> keys = new ArrayList<>(List.of("level"));
      for (Parameter parameter : rule.parameters()) {
        keys.add(parameter.name());
      }
      entry.getValue().table().allowOnly(keys.toArray(new String[0]));
    }
    for (int i = 0; i < suppressions.size(); i++) {
      if (!known.containsKey(suppressions.get(i).rule())) {
        throw source.tables("allow").get(i).fault("rule", "a rule of " + String.join(", ", ids));
      }
    }
  }

  @Override
  public String toString() {
    return settings.size() + " rules with settings, fails on " + failOn;
  }
}
