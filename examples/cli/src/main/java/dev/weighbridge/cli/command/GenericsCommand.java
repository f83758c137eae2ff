package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.generics.GenericList;
import dev.weighbridge.generics.GenericList.ItemOrder;
import dev.weighbridge.generics.GenericList.Selection;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.copies.GenericsReport;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge generics FILE}: the copies of each generic item, and what could be saved. */
public final class GenericsCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "generics", "Show how many copies each generic item has, and what they cost.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to weigh."));
    Options.limit(spec, "");
    Options.filter(spec, "whose label");
    spec.addOption(
        Options.value(
            Options.CAUSES,
            "N",
            "Show of each row the N type arguments and crates that cost most (0)."));
    spec.addOption(
        Options.value(Options.SORT, "code|copies|saving|label", "Sort rows by this (code)."));
    spec.addOption(
        Options.flag(Options.DEBUG_INFO)
            .description(
                "Take type arguments that legacy names of Rust leave out from debug information.")
            .build());
    Options.format(spec, OutputFormat.GENERAL);
    Options.sideFiles(spec);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    ItemOrder order =
        switch (arguments.order("code", "copies", "saving", "label")) {
          case "copies" -> ItemOrder.COPIES;
          case "saving" -> ItemOrder.SAVING;
          case "label" -> ItemOrder.LABEL;
          default -> ItemOrder.CODE_SIZE;
        };
    Selection selection =
        new Selection(arguments.rowLimit(), arguments.filter(), order, arguments.causes());
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), arguments.opening());
    Generics generics =
        arguments.isDebugInformationWanted()
            ? Input.asked(
                arguments.file(), () -> Generics.withDebugInformation(model.attribution()))
            : model.generics();
    GenericList list = new GenericList(generics, selection);
    results.write(new GenericsReport(model.file(), list), format);
    Input.tellDefects(model, console);
  }
}
