package dev.weighbridge.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What makes fish complete a command: a line for each of its commands and options. */
final class FishScript {
  private static final String SENTENCE_END = ". ";

  private final StringBuilder text = new StringBuilder();
  private final String name;

  private FishScript(String name) {
    this.name = name;
  }

  /** The script for a command with commands of its own. */
  static String of(CommandSpec top) {
    FishScript script = new FishScript(top.name());
    top.options().forEach(option -> script.option("__fish_use_subcommand", option));
    for (Map.Entry<String, CommandLine> command : top.subcommands().entrySet()) {
      script.command(command.getKey(), command.getValue().getCommandSpec());
    }
    return script.text.toString();
  }

  private void command(String word, CommandSpec spec) {
    begin("__fish_use_subcommand").append(" -f -a ").append(word);
    describe(spec.usageMessage().description());
    spec.options().forEach(option -> option("__fish_seen_subcommand_from " + word, option));
  }

  private void option(String condition, OptionSpec option) {
    begin(condition);
    for (String spelling : option.names()) {
      String letters = spelling.replaceFirst("^-+", "");
      text.append(spelling.startsWith("--") ? " -l " : " -s ").append(letters);
    }
    if (option.arity().max() > 0) {
      text.append(" -r");
      if (option.completionCandidates() != null) {
        text.append(" -f -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
    }
    describe(option.description());
  }

  private StringBuilder begin(String condition) {
    return text.append("complete -c ").append(name).append(" -n ").append(quoted(condition));
  }

  /** Adds the first sentence of a description: there is room for one. */
  private void describe(String[] description) {
    String first = description.length == 0 ? "" : description[0];
    int end = first.indexOf(SENTENCE_END);
    text.append(" -d ").append(quoted(end < 0 ? first : first.substring(0, end + 1)));
    text.append('\n');
  }

  /** A word that fish takes as it stands. */
  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
