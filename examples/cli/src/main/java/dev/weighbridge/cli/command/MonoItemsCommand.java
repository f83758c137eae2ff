package dev.weighbridge.cli.command;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.cli.input.DistinctFiles;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.rustc.MonoInstancesReport;
import dev.weighbridge.report.rustc.MonoItemsReport;
import dev.weighbridge.rustc.MonoFold;
import dev.weighbridge.rustc.MonoInstance;
import dev.weighbridge.rustc.MonoItems;
import dev.weighbridge.rustc.MonoSelection;
import dev.weighbridge.rustc.MonoSelection.RowOrder;
import dev.weighbridge.rustc.MonoTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge mono-items FILE...}: what rustc made of generic items, and who asked. */
public final class MonoItemsCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "mono-items",
            "Show what rustc made of generic items, how often, and which codegen units asked.");
    spec.addPositional(
        Options.parameters("FILE", "What rustc -Zprint-mono-items printed, other lines included."));
    spec.addOption(
        Options.value(
            Options.BY,
            "generic|item|unit|crate",
            "Count as one all that a generic item was made into (generic), nothing, all in a"
                + " codegen unit, or all that a crate asked for."));
    spec.addOption(
        Options.value(
            Options.OF,
            "NAME",
            "Show what this item was made into and the codegen units that hold each, or of all"
                + " whose name holds NAME."));
    spec.addOption(
        Options.value(
            Options.BINARY, "FILE", "Show the bytes of symbols of the same path in this program."));
    Options.limit(spec, "");
    Options.filterLines(spec, "whose label");
    spec.addOption(
        Options.value(
            Options.SORT, "copies|items|units|file|label", "Sort rows by this (copies)."));
    Options.format(spec, OutputFormat.GENERAL);
    Options.look(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    MonoFold fold = fold(arguments);
    MonoSelection selection =
        new MonoSelection(arguments.rowLimit(), arguments.filter(), order(arguments));
    Optional<Path> binary = arguments.settings(Options.BINARY);
    if (selection.order() == RowOrder.FILE && binary.isEmpty()) {
      throw new UsageException(Options.SORT, Options.BINARY + " beside file", "none");
    }
    if (binary.isPresent() && (fold == MonoFold.UNIT || fold == MonoFold.CRATE)) {
      throw new UsageException(
          Options.BINARY, Options.BY + " generic or item beside it", fold.key());
    }
    boolean isChosen =
        selection.filter().isPresent()
            || selection.order() != RowOrder.COPIES
            || fold != MonoFold.GENERIC;
    if (arguments.of() != null && isChosen) {
      throw new UsageException(Options.OF, "no --by, --filter or --sort beside it", "both");
    }
    Results results = new Results(console, arguments);
    results.write(report(arguments, fold, selection), format);
  }

  private static MonoFold fold(Arguments arguments) {
    String word = arguments.word(Options.BY, "generic", "item", "unit", "crate");
    return MonoFold.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static RowOrder order(Arguments arguments) {
    String word = arguments.order("copies", "items", "units", "file", "label");
    return RowOrder.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Report report(Arguments arguments, MonoFold fold, MonoSelection selection)
      throws IOException {
    MonoItems items = items(DistinctFiles.of("FILE", arguments.files()));
    Optional<Path> binary = arguments.settings(Options.BINARY);
    Optional<Attribution> program =
        binary.isPresent()
            ? Optional.of(Input.open(binary.get(), arguments.plain()).attribution())
            : Optional.empty();
    String of = arguments.of();
    if (of != null) {
      List<MonoInstance> instances = MonoInstance.named(items, of, program);
      if (instances.isEmpty()) {
        throw new UsageException(Options.OF, "the name of an item", Arguments.quoted(of));
      }
      return new MonoInstancesReport(
          items, of, instances, program.map(Attribution::file), arguments.limit());
    }
    MonoTable table =
        program.isPresent() ? MonoTable.of(items, fold, program.get()) : MonoTable.of(items, fold);
    return new MonoItemsReport(table, selection);
  }

  private static MonoItems items(List<Path> files) throws IOException {
    try {
      return MonoItems.read(files);
    } catch (BinaryException e) {
      // The message begins with the name of the file.
      throw new IOException(e.getMessage(), e);
    }
  }
}
