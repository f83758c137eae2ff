package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.dependencies.DependenciesReport;
import dev.weighbridge.rows.RowLimit;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge dependencies FILE}: what the dependencies of a program cost. */
public final class DependenciesCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "dependencies",
            "Show what direct dependencies cost: their own bytes, and those that only they bring.");
    spec.addPositional(Options.parameter(0, "FILE", "The program, or a saved model."));
    Options.sideFiles(spec);
    Options.limit(spec, " of each table");
    Options.filter(spec, "whose label");
    Options.cratePolicy(spec);
    Options.format(spec, OutputFormat.GENERAL);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    RowLimit limit = arguments.rowLimit();
    Optional<Pattern> filter = arguments.filter();
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    results.write(new DependenciesReport(dependencies(model, arguments), limit, filter), format);
    Input.tellDefects(model, console);
  }

  private static Dependencies dependencies(BinaryModel model, Arguments arguments) {
    try {
      return Dependencies.of(model.query());
    } catch (BinaryException e) {
      throw new InputException(arguments.file().toString(), e);
    }
  }
}
