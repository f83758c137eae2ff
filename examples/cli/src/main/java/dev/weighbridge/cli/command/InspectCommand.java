package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.input.PackageInput;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.inspect.InspectReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge inspect FILE}: what the parser knows, before any conclusion. */
public final class InspectCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("inspect", "Show what the parser knows of a file, before any conclusion.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to look into."));
    spec.addOption(Options.rows("Show N rows per list of symbols (20; 0 = all)."));
    spec.addOption(
        Options.flag(Options.DEBUG_INFO)
            .description("Show what debug information says, too: its files and units.")
            .build());
    Options.format(spec, OutputFormat.GENERAL);
    Options.wide(spec, Options.UNBROKEN);
    Options.sideFiles(spec);
    Options.image(spec, "");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    int limit = arguments.limit();
    Results results = new Results(console, arguments);
    BinaryModel model;
    try {
      model = Input.openAsItIs(arguments.file(), arguments.opening());
    } catch (InputException e) {
      results.write(PackageInput.orElse(e, arguments).inspect(), format);
      return;
    }
    arguments.refuse(PackageInput.BINARY, Options.IMAGE);
    List<Report> reports = new ArrayList<>(List.of(report(model, limit, arguments)));
    if (model.isPacked() && Results.takesSeveral(format)) {
      BinaryModel inside = Input.open(arguments.file(), arguments.opening());
      if (!inside.isPacked()) {
        reports.add(report(inside, limit, arguments));
      }
    }
    results.write(reports, format);
  }

  private static Report report(BinaryModel model, int limit, Arguments arguments) {
    boolean hasDebug = arguments.isDebugInformationWanted();
    return new InspectReport(model.file(), model.sideFiles(), model.linkerMaps(), limit, hasDebug);
  }
}
