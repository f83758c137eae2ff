package dev.weighbridge.cli.command;

import dev.weighbridge.cli.input.DistinctFiles;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.rustc.TypeLayoutReport;
import dev.weighbridge.report.rustc.TypeSizesReport;
import dev.weighbridge.rustc.TypeSelection;
import dev.weighbridge.rustc.TypeSelection.TypeOrder;
import dev.weighbridge.rustc.TypeSize;
import dev.weighbridge.rustc.TypeSizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge type-sizes FILE...}: how rustc laid types out. */
public final class TypeSizesCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "type-sizes", "Show how rustc laid types out: their sizes, padding, variants, fields.");
    spec.addPositional(
        Options.parameters("FILE", "What rustc -Zprint-type-sizes printed, other lines included."));
    spec.addOption(
        Options.value(
            Options.OF,
            "NAME",
            "Show the variants and fields of this type, or of each whose name holds NAME."));
    Options.limit(spec, "");
    Options.filter(spec, "whose label");
    spec.addOption(
        Options.value(Options.SORT, "size|padding|excess|label", "Sort types by this (size)."));
    Options.format(spec, OutputFormat.GENERAL);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    String word = arguments.order("size", "padding", "excess", "label");
    TypeOrder order = TypeOrder.valueOf(word.toUpperCase(Locale.ROOT));
    TypeSelection selection = new TypeSelection(arguments.rowLimit(), arguments.filter(), order);
    boolean isChosen = selection.filter().isPresent() || order != TypeOrder.SIZE;
    if (arguments.of() != null && isChosen) {
      throw new UsageException(Options.OF, "no --filter or --sort beside it", "both");
    }
    Results results = new Results(console, arguments);
    TypeSizes sizes = sizes(DistinctFiles.of("FILE", arguments.files()));
    results.write(report(arguments, sizes, selection), format);
  }

  private static Report report(Arguments arguments, TypeSizes sizes, TypeSelection selection) {
    String of = arguments.of();
    if (of == null) {
      return new TypeSizesReport(sizes, selection);
    }
    List<TypeSize> types = sizes.named(of);
    if (types.isEmpty()) {
      throw new UsageException(Options.OF, "the name of a type", Arguments.quoted(of));
    }
    return new TypeLayoutReport(sizes, of, types, arguments.limit());
  }

  private static TypeSizes sizes(List<Path> files) throws IOException {
    try {
      return TypeSizes.read(files);
    } catch (BinaryException e) {
      // The message begins with the name of the file.
      throw new IOException(e.getMessage(), e);
    }
  }
}
