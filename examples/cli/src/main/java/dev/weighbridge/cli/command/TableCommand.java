package dev.weighbridge.cli.command;

import dev.weighbridge.OpenOptions;
import dev.weighbridge.Tables;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.Shippings;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.options.Words;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.table.CsvTable;
import dev.weighbridge.report.table.JsonTable;
import dev.weighbridge.table.TableColumn;
import dev.weighbridge.table.TableShape;
import dev.weighbridge.table.TableSink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge table FILE...}: many files as one table, for programs that read tables. */
public final class TableCommand implements PassFailCommand {
  private static final List<OutputFormat> FORMATS = List.of(OutputFormat.CSV, OutputFormat.JSON);
  private static final String NO_FILE = "expected a file, found none";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "table",
            "Write what files weigh as rows of one table with fixed columns. A file that cannot be"
                + " weighed has a row that says why, and makes the status 1.");
    spec.addPositional(
        Options.parameters(
            "FILE", "Binaries, saved models and packages; @LIST reads names from a file."));
    spec.addOption(
        Options.value(
            Options.BY,
            "COLUMN[,COLUMN...]",
            "Tell bytes apart by these; fewer columns make fewer rows"
                + " (layer,entry,section,kind,basis,evidence,crate,version): "
                + String.join(", ", TableShape.levelWords())
                + "; file alone is a row for each file."));
    spec.addOption(
        Options.value(
            Options.MEASURE,
            "COLUMN[,COLUMN...]",
            "Tell these, too, beside bytes in the file and in memory: "
                + String.join(", ", TableShape.measureWords())
                + "."));
    spec.addOption(
        Options.value(
            Options.COMPRESS,
            "gzip[:N]|xz[:N]",
            "Tell what each binary ships, compressed like this; packages say it themselves."));
    Options.format(spec, FORMATS, "; json is lines");
    Options.cratePolicy(spec);
    return Options.common(spec);
  }

  @Override
  public boolean passes(Arguments arguments, Console console) throws IOException {
    TableShape shape = shape(arguments);
    boolean isCsv = arguments.format(FORMATS).equals(OutputFormat.CSV);
    OpenOptions options = options(arguments);
    Results results = new Results(console, arguments);
    List<Path> files = arguments.files();
    // One that went since a list was made is a row with its error; a slip of the pen is not.
    if (files.stream().noneMatch(Files::exists)) {
      throw new IOException(files.get(0) + ": " + NO_FILE);
    }
    int[] refused = {0};
    results.write(
        stream -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
          TableSink sink = isCsv ? new CsvTable(text) : new JsonTable(text);
          for (int i = 0; i < files.size(); i++) {
            boolean isWeighed =
                write(files.get(i), arguments.names().get(i), shape, options, sink, console);
            refused[0] += isWeighed ? 0 : 1;
          }
          text.flush();
        });
    if (refused[0] > 0) {
      console.say(refused[0] + " of " + files.size() + " files could not be weighed");
    }
    return refused[0] == 0;
  }

  private static TableShape shape(Arguments arguments) {
    TableShape shape = TableShape.USUAL;
    String levels = arguments.text(Options.BY);
    if (levels != null) {
      TableShape before = shape;
      shape = Words.parsed(Options.BY, () -> before.by(levels));
    }
    String measures = arguments.text(Options.MEASURE);
    if (measures != null) {
      TableShape before = shape;
      shape = Words.parsed(Options.MEASURE, () -> before.measuring(measures));
    }
    boolean isCompressed = arguments.isGiven(Options.COMPRESS);
    if (shape.measures().contains(TableColumn.SHIPPED) && !isCompressed) {
      String expected = "shipped with " + Options.COMPRESS + ", which says how binaries travel";
      throw new UsageException(Options.MEASURE, expected, "shipped alone");
    }
    if (isCompressed) {
      Set<TableColumn> more = new LinkedHashSet<>(shape.measures());
      more.add(TableColumn.SHIPPED);
      return new TableShape(shape.levels(), more);
    }
    return shape;
  }

  private static OpenOptions options(Arguments arguments) throws IOException {
    OpenOptions options = arguments.weighing();
    return arguments.isGiven(Options.COMPRESS)
        ? options.withShipping(Shippings.of(arguments, 1, "each FILE").get(0))
        : options;
  }

  /** Writes the rows of a file; says whether it could be weighed. */
  private static boolean write(
      Path file,
      String name,
      TableShape shape,
      OpenOptions options,
      TableSink sink,
      Console console)
      throws IOException {
    if (!Files.exists(file)) {
      return refuse(name, NO_FILE, sink, console);
    }
    try {
      Tables.write(file, name, shape, options, sink);
      return true;
    } catch (BinaryException e) {
      return refuse(name, Console.sentence(e), sink, console);
    }
  }

  private static boolean refuse(String name, String why, TableSink sink, Console console)
      throws IOException {
    Tables.writeError(name, why, sink);
    console.say(name + ": " + why);
    return false;
  }
}
