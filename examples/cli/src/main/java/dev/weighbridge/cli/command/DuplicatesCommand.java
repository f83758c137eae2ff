package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.input.PackageInput;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.duplicates.DuplicateList.RowOrder;
import dev.weighbridge.duplicates.DuplicateList.Selection;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.copies.DuplicatesReport;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge duplicates FILE}: what stands in the file more than once. */
public final class DuplicatesCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "duplicates", "Show crates, functions and data that are in the file more than once.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to look through."));
    Options.limit(spec, " of each table");
    spec.addOption(
        Options.flag(Options.CONTENTS)
            .description(
                "Of a package: entries of the same contents only; no binary in it is opened.")
            .build());
    Options.filter(spec, "whose label or raw names");
    spec.addOption(
        Options.value(Options.SORT, "saving|copies|label", "Sort rows by this (saving)."));
    Options.format(spec, OutputFormat.GENERAL);
    Options.sideFiles(spec);
    Options.look(spec);
    Options.image(spec, "");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    RowOrder order =
        switch (arguments.order("saving", "copies", "label")) {
          case "copies" -> RowOrder.COPIES;
          case "label" -> RowOrder.LABEL;
          default -> RowOrder.SAVING;
        };
    Selection selection = new Selection(arguments.rowLimit(), arguments.filter(), order);
    Results results = new Results(console, arguments);
    BinaryModel model;
    try {
      model = Input.open(arguments.file(), arguments.opening());
    } catch (InputException e) {
      results.write(PackageInput.orElse(e, arguments).duplicates(format, console), format);
      return;
    }
    arguments.refuse(PackageInput.BINARY, Options.IMAGE);
    if (arguments.isGiven(Options.CONTENTS)) {
      throw new UsageException(Options.CONTENTS, "a package", "a binary");
    }
    results.write(new DuplicatesReport(new DuplicateList(model.attribution(), selection)), format);
    Input.tellDefects(model, console);
  }
}
