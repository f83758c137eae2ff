package dev.weighbridge.cli;

import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.query.UnknownWordException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.InitializationException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the argument parser found wrong, in the words of all our errors. */
final class ParseFault {
  private ParseFault() {}

  /** One line: what, expected, found. */
  static String sentence(ParameterException fault) {
    String command = fault.getCommandLine().getCommandName();
    if (fault instanceof UnmatchedArgumentException unmatched) {
      List<String> known =
          new ArrayList<>(fault.getCommandLine().getCommandSpec().optionsMap().keySet());
      return unmatched(command, unmatched.getUnmatched().get(0), known);
    }
    if (fault instanceof OverwrittenOptionException overwritten) {
      return name(overwritten.getOverwritten()) + ": expected once, found twice";
    }
    if (fault instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return name(missing.getMissing().get(0)) + ": expected a value, found none";
    }
    return Console.sentence(fault).replace('\n', ' ');
  }

  private static String unmatched(String command, String argument, List<String> known) {
    int value = argument.indexOf('=');
    String option =
        argument.startsWith("--") && value > 0 ? argument.substring(0, value) : argument;
    if (!option.startsWith("--")) {
      known.clear();
    }
    String expected = "those of " + command + " --help";
    return "arguments: " + new UnknownWordException(expected, option, known).getMessage();
  }

  /** One line on a file of arguments that cannot be read. */
  static String sentence(InitializationException fault) {
    String message = Console.sentence(fault);
    int at = message.indexOf('@');
    return at < 0
        ? message.replace('\n', ' ')
        : message.substring(at + 1) + ": expected a file of arguments, found none that can be read";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.shortestName() : argument.paramLabel();
  }
}
