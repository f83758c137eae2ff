package dev.weighbridge.cli.command;

import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.terminal.Console;
import java.io.IOException;

/** A command that passes or fails what it is given, and says so with its exit status. */
public interface PassFailCommand extends Command {
  /**
   * Does its work; errors as for {@link #run}.
   *
   * @return whether what it was given passes
   */
  boolean passes(Arguments arguments, Console console) throws IOException;

  @Override
  default void run(Arguments arguments, Console console) throws IOException {
    passes(arguments, console);
  }
}
