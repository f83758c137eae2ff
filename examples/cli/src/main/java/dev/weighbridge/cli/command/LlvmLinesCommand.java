package dev.weighbridge.cli.command;

import dev.weighbridge.cli.input.DistinctFiles;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.llvmlines.IrDiff;
import dev.weighbridge.llvmlines.IrFold;
import dev.weighbridge.llvmlines.IrLines;
import dev.weighbridge.llvmlines.IrSelection;
import dev.weighbridge.llvmlines.IrSelection.RowOrder;
import dev.weighbridge.llvmlines.IrTable;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.llvmlines.LlvmLinesDiffReport;
import dev.weighbridge.report.llvmlines.LlvmLinesReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge llvm-lines FILE...}: lines and copies of functions in LLVM IR text. */
public final class LlvmLinesCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "llvm-lines",
            "Count lines and copies of functions in LLVM IR text, as cargo llvm-lines does.");
    spec.addPositional(
        Options.parameters("FILE", "Files of LLVM IR text: cargo rustc -- --emit=llvm-ir."));
    spec.addOption(
        Options.value(
            Options.BY,
            "generic|symbol",
            "Count as one all copies of a generic item (generic), or functions of one readable"
                + " name."));
    spec.addOption(
        Options.value(Options.BINARY, "FILE", "Show the bytes of each row in this program, too."));
    spec.addOption(
        Options.values(
            Options.SINCE,
            "FILE",
            "Show what changed from this older LLVM IR; repeatable for an IR of several files."));
    Options.limit(spec, "");
    Options.filterLines(spec, "whose label");
    spec.addOption(
        Options.value(Options.SORT, "lines|copies|file|label", "Sort rows by this (lines)."));
    Options.format(spec, OutputFormat.GENERAL);
    Options.look(spec, Options.UNCUT);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    IrFold fold =
        arguments.word(Options.BY, "generic", "symbol").equals("symbol")
            ? IrFold.SYMBOL
            : IrFold.GENERIC;
    IrSelection selection =
        new IrSelection(arguments.rowLimit(), arguments.filter(), order(arguments));
    List<Path> since = arguments.files(Options.SINCE);
    Optional<Path> binary = arguments.settings(Options.BINARY);
    if (binary.isPresent() && !since.isEmpty()) {
      throw new UsageException(Options.SINCE, "no " + Options.BINARY + " beside it", "both");
    }
    if (selection.order() == RowOrder.FILE && binary.isEmpty()) {
      throw new UsageException(Options.SORT, Options.BINARY + " beside file", "none");
    }
    Results results = new Results(console, arguments);
    results.write(report(arguments, since, fold, selection), format);
  }

  private static RowOrder order(Arguments arguments) {
    return switch (arguments.order("lines", "copies", "file", "label")) {
      case "copies" -> RowOrder.COPIES;
      case "file" -> RowOrder.FILE;
      case "label" -> RowOrder.LABEL;
      default -> RowOrder.LINES;
    };
  }

  private static Report report(
      Arguments arguments, List<Path> since, IrFold fold, IrSelection selection)
      throws IOException {
    IrLines lines = lines("FILE", arguments.files());
    Optional<Path> binary = arguments.settings(Options.BINARY);
    try {
      if (binary.isPresent()) {
        var program = Input.open(binary.get(), arguments.plain()).attribution();
        return new LlvmLinesReport(IrTable.of(lines, fold, program), selection);
      }
      IrTable table = IrTable.of(lines, fold);
      return since.isEmpty()
          ? new LlvmLinesReport(table, selection)
          : new LlvmLinesDiffReport(
              IrDiff.of(IrTable.of(lines(Options.SINCE, since), fold), table), selection);
    } catch (BinaryException e) {
      throw new UsageException(e.structure(), e.expected(), e.found());
    }
  }

  private static IrLines lines(String option, List<Path> files) throws IOException {
    List<Path> distinct = DistinctFiles.of(option, files);
    try {
      return IrLines.read(distinct);
    } catch (BinaryException e) {
      // The message begins with the name of the file.
      throw new IOException(e.getMessage(), e);
    }
  }
}
