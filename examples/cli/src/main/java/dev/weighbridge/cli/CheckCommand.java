package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.check.CheckReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge check FILE --budget FILE}: whether a file keeps a budget. */
final class CheckCommand implements PassFailCommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "check", "Say whether a file keeps a budget.", "Exit status 1 if a limit is broken.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to check."));
    spec.addOption(
        Options.value(Options.BUDGET, "FILE", "The limits, as TOML; see docs/budgets.md."));
    spec.addOption(
        Options.value(
            Options.SINCE, "FILE", "The earlier build, or saved model, to count growth from."));
    spec.addOption(
        Options.value(
            Options.MEASURE,
            "NAME[,NAME...]",
            "Count rows in each of these, where a limit names no measure itself (file): "
                + String.join(", ", Measures.names())
                + "."));
    Options.sideFiles(spec);
    Options.regions(spec);
    Options.format(spec, OutputFormat.GENERAL);
    return Options.common(spec);
  }

  @Override
  public boolean passes(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    Path file = arguments.file();
    Optional<Path> limits = arguments.settings(Options.BUDGET);
    if (limits.isEmpty()) {
      throw new UsageException(Options.BUDGET, "a file of limits", "none");
    }
    List<Measure> measures = arguments.rowMeasures();
    SizeBudget budget = Input.settings(limits.get(), SizeBudget::read).countingRowsIn(measures);
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(file, arguments.opening(), console);
    Optional<Path> old = arguments.settings(Options.SINCE);
    BudgetCheck check =
        old.isEmpty()
            ? BudgetCheck.of(budget, model.query())
            : BudgetCheck.of(
                budget,
                model.query(),
                Input.open(old.get(), OpenOptions.DEFAULT.withMemoryMap(model.memoryMap()), console)
                    .query());
    results.write(new CheckReport(check), format);
    Input.tellDefects(model, console);
    return check.passes();
  }
}
