package dev.weighbridge.cli;

import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.GivenFiles;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.project.DefaultOption;
import dev.weighbridge.project.ProjectSettings;
import dev.weighbridge.query.UnknownWordException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings of a project, and which of its defaults hold for a command line. */
final class Defaults {
  /** No settings. */
  static final Defaults NONE = new Defaults(null, Map.of());

  /**
   * What no file gives: what chooses the file, what asks for something else than a command's work,
   * and what runs code of others or writes to files, which nobody should do without having said so.
   */
  private static final Set<String> NEVER =
      Set.of(
          Options.CONFIG,
          Options.NO_CONFIG,
          Options.PLUGIN,
          "--help",
          Options.DEBUG,
          "--output",
          Options.TIGHTEN);

  private static final Set<String> PATHS = Set.of("FILE", "DIR");

  private final @Nullable ProjectSettings project;
  private final Map<String, DefaultOption> held;

  private Defaults(@Nullable ProjectSettings project, Map<String, DefaultOption> held) {
    this.project = project;
    this.held = held;
  }

  /**
   * Those of a command line that is parsed without them.
   *
   * @param name the name of the command
   */
  static Defaults of(String name, ParseResult given) throws IOException {
    Optional<Path> file = file(given);
    if (file.isEmpty()) {
      return NONE;
    }
    ProjectSettings project = GivenFiles.settings(file.get(), ProjectSettings::read);
    Map<String, DefaultOption> ofAll = new LinkedHashMap<>();
    Map<String, DefaultOption> ofOne = new LinkedHashMap<>();
    for (DefaultOption option : project.defaults()) {
      check(option);
      OptionSpec known = given.commandSpec().findOption("--" + option.name());
      if (known != null && !isDecided(given, known)) {
        DefaultOption placed = from(file.get(), known, option);
        if (option.command().isEmpty()) {
          ofAll.put(known.longestName(), placed);
        } else if (option.command().equals(name)) {
          ofOne.put(known.longestName(), placed);
        }
      }
    }
    ofAll.putAll(ofOne);
    return new Defaults(project, ofAll);
  }

  private static Optional<Path> file(ParseResult given) {
    String named = given.matchedOptionValue(Options.CONFIG, null);
    if (!given.hasMatchedOption(Options.NO_CONFIG)) {
      return named == null
          ? ProjectSettings.find(Path.of(""))
          : Optional.of(Arguments.path(Options.CONFIG, named));
    }
    if (named != null) {
      throw new UsageException(Options.CONFIG, "none beside " + Options.NO_CONFIG, "one");
    }
    return Optional.empty();
  }

  /** Whether a command line says it, or says something that leaves no room for it. */
  private static boolean isDecided(ParseResult given, OptionSpec option) {
    boolean isTravel =
        option.longestName().equals(Options.COMPRESS)
            || option.longestName().equals(Options.COMPRESSED);
    return given.hasMatchedOption(option)
        || (isTravel
            && (given.hasMatchedOption(Options.COMPRESS)
                || given.hasMatchedOption(Options.COMPRESSED)));
  }

  /** Refuses what is the option of no command, so that no mistake is without effect. */
  private static void check(DefaultOption option) {
    String name = option.command();
    if (!name.isEmpty() && Commands.named(name) == null) {
      throw unknown(option, "the name of a command", name, Commands.names());
    }
    Set<String> known = new TreeSet<>();
    OptionSpec found = null;
    for (String command : name.isEmpty() ? Commands.names() : List.of(name)) {
      for (OptionSpec each : Commands.known(command).spec().options()) {
        if (!NEVER.contains(each.longestName())) {
          known.add(each.longestName().substring(2));
          found = each.longestName().equals("--" + option.name()) ? each : found;
        }
      }
    }
    if (found == null) {
      String whose = name.isEmpty() ? "any command" : "weighbridge " + name;
      String expected = "an option of " + whose + " that a file may give";
      throw unknown(option, expected, option.name(), List.copyOf(known));
    }
    boolean takesNone = found.arity().max() == 0;
    if (takesNone != option.isFlag() || (takesNone && option.values().size() != 1)) {
      String expected = takesNone ? "true or false" : found.paramLabel() + " as text or number";
      throw new ConfigException(
          option.place(), expected, Arguments.quoted(String.join(",", option.values())));
    }
  }

  private static ConfigException unknown(
      DefaultOption option, String expected, String found, List<String> known) {
    String meant =
        new UnknownWordException(expected, found, known)
            .nearest()
            .map(word -> "; did you mean " + word + "?")
            .orElse("");
    return new ConfigException(option.place(), expected, Arguments.quoted(found) + meant);
  }

  /** Files that a file of settings names are found from where it lies. */
  private static DefaultOption from(Path file, OptionSpec known, DefaultOption option) {
    Path folder = file.getParent();
    if (folder == null || !PATHS.contains(known.paramLabel())) {
      return option;
    }
    List<String> paths = new ArrayList<>();
    for (String value : option.values()) {
      paths.add(folder.resolve(Arguments.path(option.place(), value)).toString());
    }
    return new DefaultOption(
        option.command(), option.name(), paths, option.isFlag(), option.place());
  }

  /** The settings of the project, if there are any. */
  Optional<ProjectSettings> project() {
    return Optional.ofNullable(project);
  }

  /** A command line with all options that hold. */
  String[] before(CommandSpec spec, String[] args) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, DefaultOption> entry : held.entrySet()) {
      String name = entry.getKey();
      DefaultOption option = entry.getValue();
      OptionSpec known = spec.findOption(name);
      if (option.isFlag()) {
        option.values().stream().filter("true"::equals).forEach(value -> all.add(name));
      } else if (known.isMultiValue()) {
        option.values().forEach(value -> all.add(name + "=" + value));
      } else {
        all.add(name + "=" + String.join(",", option.values()));
      }
    }
    all.addAll(List.of(args));
    return all.toArray(String[]::new);
  }

  /** What is wrong with an argument, with the place of the settings if it is from there. */
  UsageException placed(UsageException fault) {
    String sentence = Console.sentence(fault);
    for (Map.Entry<String, DefaultOption> entry : held.entrySet()) {
      String name = entry.getKey().equals("--rows") ? Options.LIMIT : entry.getKey();
      if (sentence.startsWith(name + ": ")) {
        return fault.at(entry.getValue().place() + sentence.substring(name.length()));
      }
    }
    return fault;
  }
}
