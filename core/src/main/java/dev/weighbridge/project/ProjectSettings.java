package dev.weighbridge.project;

import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.internal.config.ProjectTables;
import dev.weighbridge.lint.LintConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings of a project in one file: those of lint and of check as in files of their own, and
 * defaults of the command. Immutable.
 *
 * <pre>
 * fail-on = "warning"            # lint, as in LintConfig
 *
 * [limits]                       # check, as in SizeBudget
 * file = "600 KiB"
 *
 * [defaults]                     # options of every command that has them
 * debug-dir = "target/debug"
 *
 * [defaults.size]                # options of one
 * by = ["crate", "function"]
 * </pre>
 */
public final class ProjectSettings {
  /** What the file is called where nobody names another. */
  public static final String FILE_NAME = "weighbridge.toml";

  private final String source;
  private final String text;
  private final boolean hasBudget;
  private final List<DefaultOption> defaults;

  private ProjectSettings(String source, String text) {
    this.source = source;
    this.text = text;
    ConfigTable table = ConfigTable.toml(source, text);
    ProjectTables.check(table);
    hasBudget = ProjectTables.OF_BUDGET.stream().anyMatch(table::has);
    List<DefaultOption> options = new ArrayList<>();
    table.table(ProjectTables.DEFAULTS).ifPresent(found -> read(found, "", options));
    defaults = List.copyOf(options);
  }

  private static void read(ConfigTable table, String command, List<DefaultOption> options) {
    for (String key : table.keys()) {
      if (command.isEmpty() && table.isTable(key)) {
        read(table.table(key).orElseThrow(), key, options);
      } else {
        String place = table.place(key);
        options.add(new DefaultOption(command, key, table.words(key), table.isFlag(key), place));
      }
    }
  }

  /**
   * The settings file of a folder: {@value #FILE_NAME} in it, or else in the nearest folder above.
   *
   * @return the file, below {@code folder} as it is given or with an absolute path; empty if there
   *     is none
   */
  public static Optional<Path> find(Path folder) {
    Objects.requireNonNull(folder, "folder");
    Path here = folder.resolve(FILE_NAME);
    if (Files.isRegularFile(here)) {
      return Optional.of(here);
    }
    Path above = folder.toAbsolutePath().normalize().getParent();
    while (above != null) {
      Path file = above.resolve(FILE_NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  /**
   * Reads a TOML file.
   *
   * @throws IOException if it cannot be read
   * @throws dev.weighbridge.config.ConfigException if it is not TOML, or has a key at its top that
   *     is none of a project, or a default that is no value
   */
  public static ProjectSettings read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return new ProjectSettings(file.toString(), ConfigTable.text(file));
  }

  /**
   * Reads a TOML text.
   *
   * @param source what the text is called in errors: a file name
   * @throws dev.weighbridge.config.ConfigException as {@link #read} does
   */
  public static ProjectSettings parse(String source, String text) {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
    return new ProjectSettings(source, text);
  }

  /** What the file is called. */
  public String source() {
    return source;
  }

  /** The defaults, in the order written; those of one command too, whatever it is called. */
  public List<DefaultOption> defaults() {
    return defaults;
  }

  /**
   * The settings of a linter; those it has by itself if the file says nothing of it.
   *
   * @throws dev.weighbridge.config.ConfigException if something in them is not a setting
   */
  public LintConfig lint() {
    return LintConfig.parse(source, text);
  }

  /** Whether there is a budget: a table {@code limits}, {@code growth} or {@code trend}. */
  public boolean hasBudget() {
    return hasBudget;
  }

  /**
   * The budget; one without limits if there is none.
   *
   * @throws dev.weighbridge.config.ConfigException if something in it is not a limit
   */
  public SizeBudget budget() {
    return SizeBudget.parse(source, text);
  }

  /** What it is, for a debugger: the file, and how many defaults it has. */
  @Override
  public String toString() {
    return source + ": " + defaults.size() + " defaults" + (hasBudget ? ", a budget" : "");
  }
}
