package dev.weighbridge.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands by name. The model of a command is built only when it is asked for, and without
 * annotations: reading those costs a cold start more than the parsing.
 */
final class Commands {
  private static final String[] NAMES = {
    "size",
    "diff",
    "compare",
    "save",
    "lint",
    "check",
    "generics",
    "duplicates",
    "inlines",
    "retained",
    "why",
    "garbage",
    "remove",
    "dependencies",
    "llvm-lines",
    "spans",
    "explain",
    "inspect",
    "firmware",
    "demangle"
  };

  private Commands() {}

  /** The names in the order of the help. */
  static String names() {
    return String.join(", ", NAMES);
  }

  /** The command of this name, or null if there is none. */
  static @Nullable Command named(String name) {
    return switch (name) {
      case "size" -> new SizeCommand();
      case "diff" -> new DiffCommand();
      case "compare" -> new CompareCommand();
      case "save" -> new SaveCommand();
      case "lint" -> new LintCommand();
      case "check" -> new CheckCommand();
      case "generics" -> new GenericsCommand();
      case "duplicates" -> new DuplicatesCommand();
      case "inlines" -> new InlinesCommand();
      case "retained" -> new RetainedCommand();
      case "why" -> new WhyCommand();
      case "garbage" -> new GarbageCommand();
      case "remove" -> new RemoveCommand();
      case "dependencies" -> new DependenciesCommand();
      case "llvm-lines" -> new LlvmLinesCommand();
      case "spans" -> new SpansCommand();
      case "explain" -> new ExplainCommand();
      case "inspect" -> new InspectCommand();
      case "firmware" -> new FirmwareCommand();
      case "demangle" -> new DemangleCommand();
      default -> null;
    };
  }

  /** A parser for one command. */
  static CommandLine line(CommandSpec spec) {
    // "explain FILE @OFFSET" must not be taken for a file of arguments.
    return new CommandLine(spec).setExpandAtFiles(false);
  }

  /** The whole command, for its help. */
  static CommandLine all() {
    CommandSpec top = CommandSpec.create().name("weighbridge");
    top.usageMessage()
        .width(Options.HELP_WIDTH)
        .synopsisSubcommandLabel("COMMAND")
        .description("Weighs compiled programs: attributes every byte of a file.")
        .footer("", "weighbridge COMMAND --help tells the options of a command.");
    top.addOption(Options.flag("-h", "--help").description("Show this help.").build());
    top.addOption(Options.flag("-V", "--version").description("Show the version.").build());
    for (String name : NAMES) {
      top.addSubcommand(name, Objects.requireNonNull(named(name), name).spec());
    }
    return new CommandLine(top);
  }
}
