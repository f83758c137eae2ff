package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.report.CompareCsv;
import dev.weighbridge.report.CompareJson;
import dev.weighbridge.report.CompareMarkdown;
import dev.weighbridge.report.CompareText;
import dev.weighbridge.report.ReportWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge compare FILE...}: builds of one program side by side, step by step. */
final class CompareCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command("compare", "Set builds of one program side by side, step by step.");
    spec.addPositional(
        Options.parameters("FILE", "The builds in their order: files or saved models."));
    spec.addOption(
        Options.value(Options.FORMAT, "text|json|csv|markdown", "Write this format (text)."));
    spec.addOption(Options.flag(Options.WIDE).description("One table, however wide.").build());
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    ReportWriter<BuildComparison> writer = writer(arguments, console);
    Results results = new Results(console, arguments);
    List<Attribution> builds = new ArrayList<>();
    for (BinaryModel model : Input.openAll(arguments.files(), OpenOptions.DEFAULT, console)) {
      builds.add(model.attribution());
    }
    results.write(writer, BuildComparison.of(builds));
  }

  private static ReportWriter<BuildComparison> writer(Arguments arguments, Console console) {
    return switch (arguments.format("text", "json", "csv", "markdown")) {
      case "json" -> new CompareJson();
      case "csv" -> new CompareCsv();
      case "markdown" -> new CompareMarkdown();
      default -> new CompareText(arguments.width(console));
    };
  }
}
