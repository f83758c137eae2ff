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
import dev.weighbridge.cli.options.CommentArguments;
import dev.weighbridge.cli.options.DimensionsAsked;
import dev.weighbridge.cli.options.GivenFiles;
import dev.weighbridge.cli.options.HistoryArguments;
import dev.weighbridge.cli.options.MeasuresAsked;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.diff.ChangeThreshold;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge diff OLD NEW}: what changed between two builds, level by level. */
public final class DiffCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("diff", "Tell what changed from one build to another.");
    spec.addPositional(Options.parameter(0, "OLD", "The old build: a file or a saved model."));
    spec.addPositional(Options.parameter(1, "NEW", "The new build: a file or a saved model."));
    Options.weighing(spec);
    spec.addOption(
        Options.value(
            Options.THRESHOLD,
            "BYTES,PERCENT%",
            "Write nothing if neither the file nor a row changed by as many bytes, or by such a"
                + " share of the file; padding does not count."));
    spec.addOption(
        Options.value(
            Options.COMMENT,
            "KEY",
            "Write a comment on a pull request, as Markdown of at most 65,000 characters that"
                + " begins with <!-- weighbridge:KEY -->."));
    spec.addOption(
        Options.value(
            Options.BUDGET,
            "FILE",
            "With --comment: say which of these limits NEW breaks, whatever the threshold."));
    spec.addOption(
        Options.value(
            Options.HISTORY,
            "FILE",
            "With --budget: the history to count growth over several builds from."));
    Options.series(spec, "that of NEW");
    spec.addOption(
        Options.value(
            Options.TODAY, "DATE", "The day that decides which limits have expired (today)."));
    Options.format(spec, OutputFormat.GENERAL, "; html holds all rows, none cut");
    Options.debugFiles(spec, "for the build it belongs to");
    Options.maps(spec);
    Options.regions(spec);
    Options.shipping(spec, "; given twice, for OLD and for NEW");
    Options.cargo(spec, "; given twice, for OLD and for NEW");
    Options.look(spec);
    Options.image(spec, "; given twice, for OLD and for NEW");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    Optional<List<Dimension>> given = DimensionsAsked.levels(arguments);
    Optional<Set<Kind>> kinds = arguments.kinds();
    MeasuresAsked.of(arguments);
    CommentArguments asked = new CommentArguments(arguments);
    OutputFormat format = asked.format();
    Optional<ChangeThreshold> threshold = asked.threshold();
    Optional<Path> limits =
        asked.isComment() ? arguments.settings(Options.BUDGET) : Optional.empty();
    RowSelection rows = arguments.rows();
    OpenOptions options = arguments.weighing().withMemoryMap(arguments.memoryMap());
    Path older = arguments.file(0, "OLD");
    Path newer = arguments.file(1, "NEW");
    Results results = new Results(console, arguments);
    TwoBuilds builds = new TwoBuilds(List.of(older, newer), "OLD", "NEW");
    List<BinaryModel> opened;
    if (PackageInput.isAskedOf(given, List.of(older))
        && PackageInput.isAskedOf(given, List.of(newer))) {
      results.write(new PackageInput(arguments).since(older, newer, given, console), format);
      return;
    }
    try {
      opened = builds.open(options, arguments);
    } catch (InputException e) {
      results.write(PackageInput.orElse(e, arguments).since(older, newer, given, console), format);
      return;
    }
    arguments.refuse(PackageInput.BINARY, Options.IMAGE);
    List<BinaryModel> models = builds.told(opened, arguments);
    List<Dimension> levels = given.orElseGet(() -> Dimensions.usual(models.get(1).file()));
    List<Measure> measures = MeasuresAsked.of(arguments, models);
    SizeDiff diff =
        new SizeDiff(
            SizeCommand.tree(models.get(0), levels, measures, kinds),
            SizeCommand.tree(models.get(1), levels, measures, kinds));
    DiffSelection selection =
        new DiffSelection(
            rows, format.equals(OutputFormat.TEXT) || format.equals(OutputFormat.MARKDOWN));
    DiffReport report = new DiffReport(diff, selection);
    Optional<BudgetCheck> check = Optional.empty();
    if (limits.isPresent()) {
      SizeBudget budget = GivenFiles.settings(limits.get(), SizeBudget::read);
      Gate gate = Gate.of(budget).since(models.get(0).query()).on(arguments.today());
      Gate full = new HistoryArguments(arguments).over(gate, models.get(1));
      check = Optional.of(BudgetCheck.of(full, models.get(1).query()));
    }
    boolean isKept = check.map(BudgetCheck::passes).orElse(true);
    if (isKept && threshold.isPresent() && threshold.get().isNoise(diff)) {
      results.write(stream -> {});
      console.say("no change of " + threshold.get() + " or more");
    } else if (asked.isComment()) {
      byte[] text = asked.comment(report, check).text().getBytes(StandardCharsets.UTF_8);
      results.write(stream -> stream.write(text));
    } else {
      results.write(report, format);
    }
    models.forEach(model -> Input.tellDefects(model, console));
  }
}
