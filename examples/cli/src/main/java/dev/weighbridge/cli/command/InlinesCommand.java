package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.inlines.CallSite;
import dev.weighbridge.inlines.InlineList;
import dev.weighbridge.inlines.Inlines;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inlines.CallSitesReport;
import dev.weighbridge.report.inlines.InlinesReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge inlines FILE}: what functions cost in all the places they were inlined at. */
public final class InlinesCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "inlines", "Show what each function costs in all the places it was inlined at.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to weigh."));
    spec.addOption(
        Options.value(
            Options.OF,
            "NAME",
            "Show the places at which this function was inlined, or each whose name holds NAME."));
    spec.addOption(
        Options.flag(Options.FOLD)
            .description("Sum all copies of a generic function in one row.")
            .build());
    Options.limit(spec, "");
    Options.filter(spec, "whose label");
    Options.format(spec, OutputFormat.GENERAL);
    Options.sideFiles(spec);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    InlineList.Selection selection =
        new InlineList.Selection(arguments.rowLimit(), arguments.filter());
    String of = arguments.of();
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    Inlines inlines =
        Input.asked(
            arguments.file(),
            () ->
                arguments.isGiven(Options.FOLD)
                    ? Inlines.folded(model.attribution())
                    : model.inlines());
    results.write(
        of == null
            ? new InlinesReport(model.file(), new InlineList(inlines, selection))
            : new CallSitesReport(model.file(), of, sites(inlines, of), arguments.limit()),
        format);
    Input.tellDefects(model, console);
  }

  private static List<CallSite> sites(Inlines inlines, String of) {
    List<String> names = inlines.named(of);
    if (names.isEmpty()) {
      throw new UsageException(
          Options.OF, "the name of a function in debug information", Arguments.quoted(of));
    }
    List<CallSite> sites = new ArrayList<>();
    names.forEach(name -> sites.addAll(inlines.callSites(name)));
    return sites;
  }
}
