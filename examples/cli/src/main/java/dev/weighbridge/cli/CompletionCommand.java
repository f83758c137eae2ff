package dev.weighbridge.cli;

import dev.weighbridge.cli.command.Command;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge completion SHELL}: what makes a shell complete commands and options. */
final class CompletionCommand implements Command {
  private static final String SHELL = "SHELL";
  private static final String NAME = "weighbridge";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "completion",
            "Print a script that makes a shell complete commands, options and words.",
            "bash and zsh: source <(weighbridge completion bash); fish: weighbridge completion"
                + " fish | source.");
    spec.addPositional(Options.parameter(0, SHELL, "bash, zsh or fish."));
    return Options.common(spec);
  }

  /** Shells ask for it in any folder when they start. */
  @Override
  public boolean takesDefaults() {
    return false;
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    String shell = arguments.parameterOf(0, SHELL, "bash", "zsh", "fish");
    String script =
        shell.equals("fish")
            ? FishScript.of(Commands.all().getCommandSpec())
            : AutoComplete.bash(NAME, Commands.all());
    Results.ofNoFile(console, arguments)
        .write(stream -> stream.write(script.getBytes(StandardCharsets.UTF_8)));
  }
}
