package dev.weighbridge.cli;

import dev.weighbridge.cli.command.Command;
import dev.weighbridge.cli.command.PassFailCommand;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.StandardInput;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.cli.terminal.ProgressLine;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.spi.PluginException;
import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.InitializationException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code weighbridge} command: finds the command asked for, runs it, says what went wrong. */
public final class Weighbridge {
  /** Exit status of a command that did its work. */
  public static final int DONE = 0;

  /** Exit status if what the command was given does not pass. */
  public static final int FAILED = 1;

  /** Exit status if the arguments cannot be used or the input cannot be read. */
  public static final int UNUSABLE = 2;

  /** The parser writes no help in less. */
  private static final int LEAST_WIDTH = 55;

  private final Console console;

  /** A command that talks to a console. */
  public Weighbridge(Console console) {
    this.console = console;
  }

  /** Runs the command and ends the process. */
  public static void main(String[] args) {
    FormatWarmer.start();
    // Our options are texts; the parser would load half of java.sql and java.time for the others.
    System.setProperty("picocli.converters.excludes", "java\\..*");
    System.exit(new Weighbridge(Console.system()).run(args));
  }

  /** Runs the command and returns its exit status. */
  public int run(String... args) {
    ProgressLine line = ProgressLine.start(console.err());
    Work before = Work.NONE.withListener(line).begin();
    try (StandardInput input = new StandardInput(console.in())) {
      return new Weighbridge(console.behind(line)).run(args, input);
    } finally {
      Work.end(before);
      line.end();
    }
  }

  private int run(String[] args, StandardInput input) {
    boolean isDebug = contains(args, Options.DEBUG);
    try {
      return guarded(args, input);
    } catch (UsageException
        | ConfigException
        | PluginException
        | BinaryException
        | IOException
        | UncheckedIOException e) {
      return fail(input.told(Console.sentence(e)), e, isDebug);
    } catch (ParameterException e) {
      return fail(ParseFault.sentence(e), e, isDebug);
    } catch (InitializationException e) {
      return fail(ParseFault.sentence(e), e, isDebug);
    } catch (InputException e) {
      return fail(
          input.told(Console.sentence(e)), Objects.requireNonNullElse(e.getCause(), e), isDebug);
    } catch (OutOfMemoryError e) {
      long heap = Runtime.getRuntime().maxMemory() >> 20;
      String found = "expected enough memory, found a heap of " + heap + " MiB; see java -Xmx";
      return fail(found, e, isDebug);
    } catch (StackOverflowError e) {
      String found =
          "expected enough stack, found its end in what is nested too deep; see java -Xss";
      return fail(found, e, isDebug);
    } catch (RuntimeException | InternalError e) {
      return fail("internal error: " + e + "; --debug shows where", e, isDebug);
    }
  }

  /** The virtual machine may tell late that a file became shorter: behind all work that reads. */
  private int guarded(String[] args, StandardInput input) throws IOException {
    try {
      return dispatch(args, input);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    }
  }

  private int dispatch(String[] args, StandardInput input) throws IOException {
    if (args.length == 0) {
      throw new UsageException("command", Commands.expected(), "none; see --help");
    }
    switch (args[0]) {
      case "-h", "--help", "help" -> help(args);
      case "-V", "--version" -> version();
      default -> {
        return run(args[0], Arrays.copyOfRange(args, 1, args.length), input);
      }
    }
    return DONE;
  }

  private int run(String name, String[] args, StandardInput input) throws IOException {
    Command command = Commands.known(name);
    CommandSpec spec = command.spec();
    ParseResult given = Commands.line(command, spec).parseArgs(args);
    if (given.isUsageHelpRequested()) {
      help(new CommandLine(spec));
      return DONE;
    }
    Defaults defaults = command.takesDefaults() ? Defaults.of(name, given) : Defaults.NONE;
    String[] all = defaults.before(spec, args);
    ParseResult parsed =
        all.length == args.length ? given : Commands.line(command, command.spec()).parseArgs(all);
    try {
      return run(command, new Arguments(given, parsed, defaults.project(), input));
    } catch (UsageException e) {
      throw defaults.placed(e);
    }
  }

  private int run(Command command, Arguments arguments) throws IOException {
    if (command instanceof PassFailCommand gate) {
      return gate.passes(arguments, console) ? DONE : FAILED;
    }
    command.run(arguments, console);
    return DONE;
  }

  private void version() {
    PrintStream out = console.printer();
    out.println("weighbridge " + Version.text());
    out.flush();
  }

  /** Help on the command named behind the word, or on all. */
  private void help(String[] args) {
    if (args.length > 2) {
      throw new UsageException(args[0], "one command", Arguments.quoted(args[2]) + " behind it");
    }
    boolean isOfAll = args.length == 1 || args[1].equals("help") || args[1].startsWith("-");
    help(isOfAll ? Commands.all() : new CommandLine(Commands.known(args[1]).spec()));
  }

  private void help(CommandLine line) {
    PrintStream out = console.printer();
    line.setUsageHelpWidth(Math.min(Options.HELP_WIDTH, Math.max(LEAST_WIDTH, console.width())));
    line.usage(out, CommandLine.Help.Ansi.OFF);
    out.flush();
  }

  private int fail(String sentence, Throwable why, boolean isDebug) {
    console.say(sentence);
    if (isDebug) {
      why.printStackTrace(console.err());
    }
    return UNUSABLE;
  }

  private static boolean contains(String[] args, String wanted) {
    for (String arg : args) {
      if (arg.equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
