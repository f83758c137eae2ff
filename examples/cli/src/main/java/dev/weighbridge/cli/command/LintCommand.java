package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.input.PackageInput;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.GivenFiles;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.lint.Baseline;
import dev.weighbridge.lint.LintConfig;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Linter;
import dev.weighbridge.project.ProjectSettings;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.lint.LintReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge lint FILE}: what makes a file larger than it need be. */
public final class LintCommand implements PassFailCommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "lint",
            "Say what makes a file larger than it need be, and what to do about it.",
            "--config has levels, parameters and exceptions of the rules.",
            "Exit status 1 if something at or above --fail-on was found.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to look into."));
    spec.addOption(
        Options.value(
            Options.BASELINE,
            "FILE",
            "Say nothing of what this earlier result of --format json holds already."));
    spec.addOption(
        Options.value(
            Options.FAIL_ON,
            "note|warning|error",
            "Fail from this severity on (fail-on of --config, else warning)."));
    spec.addOption(
        Options.value(
            Options.TODAY, "DATE", "The day that decides which exceptions have expired (today)."));
    spec.addOption(
        Options.rows(
            "Show N findings, of most bytes (0 = all, as without); others are summed in one line,"
                + " count for the exit status, and stand in csv, sarif and html."));
    Options.exclude(spec);
    Options.smallest(spec);
    Options.sideFiles(spec);
    Options.format(spec, LintReport.FORMATS);
    Options.wide(spec, Options.UNBROKEN);
    Options.image(spec, "");
    return Options.common(spec);
  }

  @Override
  public boolean passes(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(LintReport.FORMATS);
    Linter linter = linter(arguments);
    Results results = new Results(console, arguments);
    BinaryModel model;
    try {
      model = Input.open(arguments.file(), arguments.opening());
    } catch (InputException e) {
      return PackageInput.orElse(e, arguments).lint(results, format, console);
    }
    arguments.refuse(PackageInput.BINARY, Options.IMAGE);
    LintResult result = linter.lint(model.query());
    results.write(new LintReport(result, arguments.rowLimit(0)), format);
    Input.tellDefects(model, console);
    return !result.isFailure();
  }

  private static Linter linter(Arguments arguments) throws IOException {
    Optional<Path> baseline = arguments.settings(Options.BASELINE);
    LintConfig settings = arguments.project().map(ProjectSettings::lint).orElse(LintConfig.DEFAULT);
    settings = arguments.failOn().map(settings::withFailOn).orElse(settings);
    Linter linter = arguments.plugins().linter().with(settings).on(arguments.today());
    return baseline.isPresent()
        ? linter.with(GivenFiles.settings(baseline.get(), Baseline::read))
        : linter;
  }
}
