package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.Removal;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.graph.RemoveReport;
import java.io.IOException;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge remove FILE --crate NAME | --symbol REGEX}: what would go. */
public final class RemoveCommand implements Command {
  private static final int SHOWN = 8;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "remove",
            "Tell what would go with a crate or some symbols, and with all they lead to.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to look through."));
    spec.addOption(
        Options.value(Options.CRATE, "NAME", "Take away all code and data of this crate."));
    spec.addOption(
        Options.value(
            Options.SYMBOL,
            "REGEX",
            "Take away what has this pattern in its readable or raw name."));
    Options.limit(spec, " of each table");
    Options.filter(spec, "whose label");
    Options.cratePolicy(spec);
    Options.format(spec, OutputFormat.GENERAL);
    Options.sideFiles(spec);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    Optional<String> crate = arguments.crate();
    Optional<Pattern> symbol = arguments.symbol();
    if (crate.isPresent() == symbol.isPresent()) {
      String found = crate.isPresent() ? "both" : "neither";
      throw new UsageException("remove", "either --crate or --symbol", found);
    }
    ItemTable.Selection rows = new ItemTable.Selection(arguments.rowLimit(), arguments.filter());
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    Removal removal =
        crate.isPresent() ? model.withoutCrate(crate.get()) : model.withoutSymbols(symbol.get());
    if (removal.removed().length == 0) {
      throw crate.isPresent()
          ? unknown(model.query().crates(), crate.get())
          : new UsageException(
              Options.SYMBOL,
              "a pattern in a name of this file",
              Arguments.quoted(symbol.get().pattern()));
    }
    results.write(new RemoveReport(model.attribution(), removal, rows), format);
    Input.tellDefects(model, console);
    Input.tellUnread(model, console);
  }

  private static UsageException unknown(CrateTable crates, String name) {
    StringJoiner names = new StringJoiner(", ");
    for (int row = 0; row < Math.min(crates.count(), SHOWN); row++) {
      names.add(crates.label(row));
    }
    String more = crates.count() > SHOWN ? " or " + (crates.count() - SHOWN) + " more" : "";
    String expected = crates.count() == 0 ? "a file with crates" : "one of " + names + more;
    return new UsageException(Options.CRATE, expected, Arguments.quoted(name));
  }
}
