package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.graph.RetainedTree.Selection;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.graph.RetainedReport;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge retained FILE}: what each item keeps in the file. */
public final class RetainedCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("retained", "Show what each item keeps in the file, as a tree.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to weigh."));
    Options.limit(spec, " per level");
    String most = Integer.toString(RetainedTree.MOST_LEVELS);
    spec.addOption(Options.value(Options.DEPTH, "N", "Show N levels, 1 to " + most + " (2)."));
    spec.addOption(
        Options.value(
            Options.FILTER,
            "REGEX",
            "Begin at the topmost items whose label the pattern is found in."));
    Options.exclude(spec);
    Options.smallest(spec);
    Options.format(spec, OutputFormat.WITH_MAP);
    Options.sideFiles(spec);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.WITH_MAP);
    Selection selection =
        new Selection(arguments.rowLimit(), arguments.depth(), arguments.filter());
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    results.write(new RetainedReport(model.retained(selection)), format);
    Input.tellDefects(model, console);
    Input.tellUnread(model, console);
  }
}
