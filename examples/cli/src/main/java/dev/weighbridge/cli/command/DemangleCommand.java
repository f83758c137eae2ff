package dev.weighbridge.cli.command;

import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.inspect.NameReport;
import dev.weighbridge.report.inspect.NameReport.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code weighbridge demangle [NAME...]}: Rust symbol names made readable. */
public final class DemangleCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "demangle",
            "Make Rust symbol names readable, one a line; other names pass unchanged.",
            "Without NAME the names are read from standard input, one a line.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .arity("0..*")
            .type(String[].class)
            .auxiliaryTypes(String.class)
            .paramLabel("NAME")
            .description("A symbol name as the linker sees it.")
            .build());
    spec.addOption(
        Options.flag(Options.HASH)
            .description("Keep the hashes of legacy names and the crate disambiguators of v0.")
            .build());
    Options.format(spec, OutputFormat.GENERAL);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    List<String> names = arguments.names();
    Source source = names.isEmpty() ? lines(console) : Source.of(names);
    HashVisibility hashes = arguments.isHashKept() ? HashVisibility.SHOWN : HashVisibility.HIDDEN;
    Results.ofNoFile(console, arguments).write(new NameReport(source, hashes), format);
  }

  private static Source lines(Console console) {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8), 1 << 16);
    return reader::readLine;
  }
}
