package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.DimensionsAsked;
import dev.weighbridge.cli.options.MeasuresAsked;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inspect.SpanReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge spans FILE}: every leaf span, for scripts that check us byte by byte. */
public final class SpansCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "spans", "List every leaf span in the order of the file, then the memory-only ones.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to list."));
    Options.format(spec, OutputFormat.GENERAL, "; json is lines");
    spec.addOption(
        Options.value(
            Options.CRATE_POLICY,
            "POLICY",
            "Which crate owns a symbol (responsible, or instantiating where code has no names):"
                + " responsible, defining or instantiating."));
    spec.addOption(
        Options.value(
            Options.COLUMNS,
            "DIM[,DIM...]",
            "More columns: what each span is in these dimensions, and bytes shipped or of debug"
                + " information; "
                + String.join(", ", words())
                + "."));
    Options.sideFiles(spec);
    Options.regions(spec);
    Options.shipping(spec, "");
    return Options.common(spec);
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(Dimensions.names());
    words.removeAll(SpanReport.ownColumns());
    SpanReport.measured().forEach(measure -> words.add(measure.name()));
    return words;
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    List<Dimension> columns = DimensionsAsked.columns(arguments);
    List<Measure> measures = MeasuresAsked.amongColumns(arguments);
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    Results results = new Results(console, arguments);
    BinaryModel model = Input.shipped(Input.open(arguments, arguments.file()), arguments);
    results.write(new SpanReport(model.query(), columns, measures), format);
    Input.tellMissing(model, columns, console);
  }
}
