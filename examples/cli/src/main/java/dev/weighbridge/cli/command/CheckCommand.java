package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.Gate;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.input.PackageInput;
import dev.weighbridge.cli.input.TwoBuilds;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.GivenFiles;
import dev.weighbridge.cli.options.HistoryArguments;
import dev.weighbridge.cli.options.MeasuresAsked;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.project.ProjectSettings;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.report.AtomicFile;
import dev.weighbridge.report.check.CheckReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge check FILE --budget FILE}: whether a file keeps a budget. */
public final class CheckCommand implements PassFailCommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "check",
            "Say whether a binary or a package keeps a budget.",
            "Exit status 1 if a limit is broken.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to check."));
    spec.addOption(
        Options.value(
            Options.BUDGET,
            "FILE",
            "The limits, as TOML (those of --config); see docs/budgets.md."));
    spec.addOption(
        Options.value(
            Options.SINCE, "FILE", "The earlier build, or saved model, to count growth from."));
    spec.addOption(
        Options.value(
            Options.HISTORY, "FILE", "The history to count growth over several builds from."));
    Options.series(spec, "that of FILE");
    spec.addOption(
        Options.flag(Options.TIGHTEN)
            .description(
                "Bring limits that have room down to what FILE has, in the file of limits itself.")
            .build());
    spec.addOption(
        Options.value(
            Options.TODAY, "DATE", "The day that decides which limits have expired (today)."));
    spec.addOption(
        Options.value(
            Options.MEASURE,
            "NAME[,NAME...]",
            "Count rows in each of these, where a limit names no measure itself (file): "
                + String.join(", ", Measures.names())
                + "."));
    Options.owners(spec);
    Options.debugFiles(spec, "for the build it belongs to");
    Options.maps(spec);
    Options.cargo(spec, "; with --since given twice, for FILE and for that of --since");
    Options.regions(spec);
    Options.shipping(spec, "; given twice, for FILE and for that of --since");
    Options.format(spec, CheckReport.FORMATS);
    Options.wide(spec, Options.UNBROKEN);
    Options.image(spec, "; given twice, for FILE and for that of --since");
    return Options.common(spec);
  }

  @Override
  public boolean passes(Arguments arguments, Console console) throws IOException {
    // A word that is none is told before anything is opened.
    arguments.format(CheckReport.FORMATS);
    Path file = arguments.file();
    if (!arguments.isGiven(Options.HISTORY)) {
      arguments.refuse("check without --history", Options.NAME, Options.TARGET);
    } else {
      // Its builds were weighed as they are without these.
      arguments.refuse("check with --history", Options.PRICING, Options.CRATE_POLICY, Options.STD);
    }
    Path limits = limits(arguments);
    List<Measure> measures = MeasuresAsked.ofRows(arguments);
    SizeBudget budget =
        GivenFiles.settings(limits, SizeBudget::read)
            .named(inRepository(limits))
            .countingRowsIn(measures);
    Results results = new Results(console, arguments);
    Optional<Path> old = arguments.settings(Options.SINCE);
    List<BinaryModel> models;
    try {
      models =
          old.isPresent()
              ? both(file, old.get(), arguments)
              : List.of(Input.shipped(Input.open(arguments, file), arguments));
    } catch (InputException e) {
      Gate gate = Gate.of(budget).on(arguments.today());
      BudgetCheck check = PackageInput.orElse(e, arguments).check(gate, console);
      return told(check, arguments, results, console);
    }
    arguments.refuse(PackageInput.BINARY, Options.IMAGE);
    BinaryModel model = models.get(0);
    Gate gate = Gate.of(budget).on(arguments.today());
    if (models.size() > 1) {
      gate = gate.since(models.get(1).query());
    }
    gate = new HistoryArguments(arguments).over(gate, model);
    BudgetCheck check = BudgetCheck.of(gate, model.query());
    boolean passes = told(check, arguments, results, console);
    Input.tellDefects(model, console);
    return passes;
  }

  /** The file of limits: one of their own, or that of the project. */
  private static Path limits(Arguments arguments) {
    Optional<Path> named = arguments.settings(Options.BUDGET);
    if (named.isPresent()) {
      return named.get();
    }
    String source =
        arguments
            .project()
            .filter(ProjectSettings::hasBudget)
            .map(ProjectSettings::source)
            .orElseThrow(
                () ->
                    new UsageException(
                        Options.BUDGET,
                        "a file of limits, or some in " + ProjectSettings.FILE_NAME,
                        "none"));
    return Path.of(source);
  }

  /** The build to check and the one that growth is counted from, by the same regions of memory. */
  private static List<BinaryModel> both(Path file, Path old, Arguments arguments)
      throws IOException {
    MemoryMap regions = arguments.memoryMap();
    OpenOptions options = arguments.weighing().withMemoryMap(regions);
    TwoBuilds builds = new TwoBuilds(List.of(file, old), "FILE", "that of " + Options.SINCE);
    List<BinaryModel> models = builds.told(builds.open(options, arguments), arguments);
    MemoryMap known = models.get(0).memoryMap();
    if (known.equals(regions)) {
      return models;
    }
    // Those of a map or a saved model.
    OpenOptions again = models.get(1).options().withMemoryMap(known);
    return List.of(models.get(0), Input.opened(old, again));
  }

  /** Writes what came of it, and brings limits down if that is asked for; says whether all hold. */
  private static boolean told(
      BudgetCheck check, Arguments arguments, Results results, Console console) throws IOException {
    results.write(new CheckReport(check), arguments.format(CheckReport.FORMATS));
    if (arguments.isTightened()) {
      tighten(check, limits(arguments), console);
    }
    return check.passes();
  }

  /** Forges know files by their paths from the root of a repository, where commands run. */
  private static String inRepository(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.isAbsolute() && file.startsWith(here)
        ? here.relativize(file).toString()
        : file.toString();
  }

  private static void tighten(BudgetCheck check, Path file, Console console) throws IOException {
    String text = check.tightened();
    String old = Files.readString(file);
    if (text.equals(old)) {
      console.say(file + ": no limit has room");
      return;
    }
    AtomicFile.of(file).write(stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    String[] before = old.split("\n", -1);
    String[] after = text.split("\n", -1);
    for (int line = 0; line < after.length; line++) {
      if (line < before.length && !after[line].equals(before[line])) {
        console.say(file + ": line " + (line + 1) + ": " + after[line].strip());
      }
    }
  }
}
