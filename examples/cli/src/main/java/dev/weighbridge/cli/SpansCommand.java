package dev.weighbridge.cli;

import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.report.ReportWriter;
import dev.weighbridge.report.SpanCsv;
import dev.weighbridge.report.SpanJson;
import dev.weighbridge.report.SpanText;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge spans FILE}: every leaf span, for scripts that check us byte by byte. */
final class SpansCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "spans", "List every leaf span in the order of the file, then the memory-only ones.");
    spec.addPositional(Options.parameter(0, "FILE", "The file to list."));
    spec.addOption(
        Options.value(Options.FORMAT, "text|csv|json", "Write this format (text); json is lines."));
    spec.addOption(
        Options.value(
            Options.CRATE_POLICY,
            "POLICY",
            "Which crate owns a symbol (responsible): responsible, defining or instantiating."));
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    CratePolicy policy = arguments.cratePolicy();
    ReportWriter<Attribution> writer =
        switch (arguments.format("text", "csv", "json")) {
          case "json" -> new SpanJson(policy);
          case "csv" -> new SpanCsv(policy);
          default -> new SpanText(policy);
        };
    Results results = new Results(console, arguments);
    results.write(writer, Input.open(arguments.file(), OpenOptions.DEFAULT, console).attribution());
  }
}
