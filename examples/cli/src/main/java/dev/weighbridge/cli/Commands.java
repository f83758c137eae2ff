package dev.weighbridge.cli;

import dev.weighbridge.cli.command.AnswerCommand;
import dev.weighbridge.cli.command.CheckCommand;
import dev.weighbridge.cli.command.Command;
import dev.weighbridge.cli.command.CompareCommand;
import dev.weighbridge.cli.command.DemangleCommand;
import dev.weighbridge.cli.command.DependenciesCommand;
import dev.weighbridge.cli.command.DiffCommand;
import dev.weighbridge.cli.command.DuplicatesCommand;
import dev.weighbridge.cli.command.ExplainCommand;
import dev.weighbridge.cli.command.FirmwareCommand;
import dev.weighbridge.cli.command.GarbageCommand;
import dev.weighbridge.cli.command.GenericsCommand;
import dev.weighbridge.cli.command.HistoryCommand;
import dev.weighbridge.cli.command.InlinesCommand;
import dev.weighbridge.cli.command.InspectCommand;
import dev.weighbridge.cli.command.LintCommand;
import dev.weighbridge.cli.command.LlvmLinesCommand;
import dev.weighbridge.cli.command.MonoItemsCommand;
import dev.weighbridge.cli.command.RemoveCommand;
import dev.weighbridge.cli.command.RetainedCommand;
import dev.weighbridge.cli.command.SaveCommand;
import dev.weighbridge.cli.command.SizeCommand;
import dev.weighbridge.cli.command.SpansCommand;
import dev.weighbridge.cli.command.TableCommand;
import dev.weighbridge.cli.command.TypeSizesCommand;
import dev.weighbridge.cli.command.WhyCommand;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.query.UnknownWordException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands by name. The model of a command is built only when it is asked for, and without
 * annotations: reading those costs a cold start more than the parsing.
 */
public final class Commands {
  private static final List<String> NAMES =
      List.of(
          "size",
          "diff",
          "compare",
          "table",
          "save",
          "lint",
          "check",
          "history",
          "generics",
          "duplicates",
          "inlines",
          "retained",
          "why",
          "garbage",
          "remove",
          "dependencies",
          "llvm-lines",
          "mono-items",
          "type-sizes",
          "spans",
          "explain",
          "inspect",
          "answer",
          "firmware",
          "demangle",
          "completion");

  private Commands() {}

  /** The names in the order of the help. */
  public static List<String> names() {
    return NAMES;
  }

  /** The command of this name. */
  static Command known(String name) {
    Command command = named(name);
    if (command == null) {
      throw new UsageException("command", new UnknownWordException(expected(), name, NAMES));
    }
    return command;
  }

  /** What may stand where a command is named. */
  static String expected() {
    return "one of " + String.join(", ", NAMES);
  }

  /** The command of this name, or null if there is none. */
  public static @Nullable Command named(String name) {
    return switch (name) {
      case "size" -> new SizeCommand();
      case "diff" -> new DiffCommand();
      case "compare" -> new CompareCommand();
      case "table" -> new TableCommand();
      case "save" -> new SaveCommand();
      case "lint" -> new LintCommand();
      case "check" -> new CheckCommand();
      case "history" -> new HistoryCommand();
      case "generics" -> new GenericsCommand();
      case "duplicates" -> new DuplicatesCommand();
      case "inlines" -> new InlinesCommand();
      case "retained" -> new RetainedCommand();
      case "why" -> new WhyCommand();
      case "garbage" -> new GarbageCommand();
      case "remove" -> new RemoveCommand();
      case "dependencies" -> new DependenciesCommand();
      case "llvm-lines" -> new LlvmLinesCommand();
      case "mono-items" -> new MonoItemsCommand();
      case "type-sizes" -> new TypeSizesCommand();
      case "spans" -> new SpansCommand();
      case "explain" -> new ExplainCommand();
      case "inspect" -> new InspectCommand();
      case "answer" -> new AnswerCommand();
      case "firmware" -> new FirmwareCommand();
      case "demangle" -> new DemangleCommand();
      case "completion" -> new CompletionCommand();
      default -> null;
    };
  }

  /** A parser for one command. */
  public static CommandLine line(Command command, CommandSpec spec) {
    return new CommandLine(spec).setExpandAtFiles(command.takesArgumentFiles());
  }

  /** The whole command, for its help. */
  static CommandLine all() {
    CommandSpec top = CommandSpec.create().name("weighbridge");
    top.usageMessage()
        .width(Options.HELP_WIDTH)
        .synopsisSubcommandLabel("COMMAND")
        .description("Weighs compiled programs: attributes every byte of a file.")
        .footer("", "weighbridge help COMMAND tells the options of a command.");
    top.addOption(Options.flag("-h", "--help").description("Show this help.").build());
    top.addOption(Options.flag("-V", "--version").description("Show the version.").build());
    for (String name : NAMES) {
      top.addSubcommand(name, Objects.requireNonNull(named(name), name).spec());
    }
    return new CommandLine(top);
  }
}
