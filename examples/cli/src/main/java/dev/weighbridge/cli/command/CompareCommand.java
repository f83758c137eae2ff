package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.DimensionsAsked;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.Shippings;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.diff.CompareReport;
import dev.weighbridge.rows.RowLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge compare FILE...}: builds of one program side by side, step by step. */
public final class CompareCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("compare", "Set builds of one program side by side, step by step.");
    spec.addPositional(
        Options.parameters("FILE", "The builds in their order: files or saved models."));
    spec.addOption(
        Options.value(
            Options.BY,
            "DIM",
            "Compare by this in place of kinds of bytes: one of those of size --by."));
    Options.rules(spec);
    Options.owners(spec);
    Options.limit(spec, " of --by, those that are largest in any build");
    Options.exclude(spec);
    Options.smallest(spec);
    Options.format(spec, OutputFormat.WITH_MAP);
    Options.look(spec, "One table, however wide.");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.WITH_MAP);
    Optional<List<Dimension>> by = DimensionsAsked.levels(arguments);
    if (by.isPresent() && by.get().size() > 1) {
      throw new UsageException(Options.BY, "one dimension", by.get().size() + " of them");
    }
    if (by.isEmpty()) {
      arguments.refuse(
          "a comparison by kinds of bytes",
          Options.LIMIT,
          Options.EXCLUDE,
          Options.MIN_SIZE,
          Options.RULES,
          Options.PRICING,
          Options.CRATE_POLICY,
          Options.STD);
    }
    RowLimit limit = arguments.rowLimit();
    Results results = new Results(console, arguments);
    List<BinaryModel> models =
        Shippings.besidePacked(Input.openAll(arguments.files(), arguments.weighing()));
    BuildComparison builds =
        BuildComparison.of(models.stream().map(BinaryModel::attribution).toList());
    List<Long> shipped = new ArrayList<>();
    for (BinaryModel model : models) {
      if (model.options().shipping().isPresent()) {
        shipped.add(Measures.values(Measures.SHIPPED, model.query()).total());
      }
    }
    if (by.isPresent()) {
      builds = builds.by(models.stream().map(model -> model.by(by.get())).toList(), limit);
    }
    boolean isKnown = shipped.size() == models.size();
    results.write(new CompareReport(isKnown ? builds.withShipped(shipped) : builds), format);
  }
}
