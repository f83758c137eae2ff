package dev.weighbridge.cli.command;

import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** One of the commands: what it takes, and what it does. */
public interface Command {
  /** Its name, options and parameters. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @throws IOException if the input cannot be read or the result not be written
   * @throws UsageException if an argument cannot be used
   * @throws InputException if the input is not a binary we can read
   */
  void run(Arguments arguments, Console console) throws IOException;

  /** Whether the defaults of a project hold for it. */
  default boolean takesDefaults() {
    return true;
  }

  /** Whether an argument {@code @FILE} stands for the arguments in that file. */
  default boolean takesArgumentFiles() {
    return true;
  }
}
