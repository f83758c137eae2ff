package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.report.InspectJson;
import dev.weighbridge.report.InspectReport;
import dev.weighbridge.report.InspectText;
import dev.weighbridge.report.ReportWriter;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge inspect FILE}: what the parser knows, before any conclusion. */
final class InspectCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("inspect", "Show what the parser knows of a file, before any conclusion.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to look into."));
    spec.addOption(
        Options.value(Options.LIMIT, "N", "Show N rows per list of symbols (20; 0 = all)."));
    spec.addOption(Options.value(Options.FORMAT, "text|json", "Write this format (text)."));
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    ReportWriter<InspectReport> writer =
        arguments.format("text", "json").equals("json") ? new InspectJson() : new InspectText();
    int limit = arguments.limit();
    Results results = new Results(console, arguments);
    BinaryModel model = Input.open(arguments.file(), OpenOptions.DEFAULT, console);
    results.write(writer, new InspectReport(model.file(), limit));
  }
}
