package dev.weighbridge.cli;

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
      String found = Arguments.quoted(unmatched.getUnmatched().get(0));
      return "arguments: expected those of " + command + " --help, found " + found;
    }
    if (fault instanceof OverwrittenOptionException overwritten) {
      return name(overwritten.getOverwritten()) + ": expected once, found twice";
    }
    if (fault instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return name(missing.getMissing().get(0)) + ": expected a value, found none";
    }
    return Weighbridge.sentence(fault).replace('\n', ' ');
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
