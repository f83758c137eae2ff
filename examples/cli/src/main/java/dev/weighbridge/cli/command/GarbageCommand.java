package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.graph.GarbageReport;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge garbage FILE}: what nothing leads to. */
public final class GarbageCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("garbage", "Show code and data that nothing in the file leads to.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to look through."));
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
    ItemTable.Selection selection =
        new ItemTable.Selection(arguments.rowLimit(), arguments.filter());
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    results.write(new GarbageReport(model.file(), model.garbage(selection)), format);
    Input.tellDefects(model, console);
    Input.tellUnread(model, console);
  }
}
