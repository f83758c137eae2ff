package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge diff OLD NEW}: what changed between two builds, level by level. */
final class DiffCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("diff", "Tell what changed from one build to another.");
    spec.addPositional(Options.parameter(0, "OLD", "The old build: a file or a saved model."));
    spec.addPositional(Options.parameter(1, "NEW", "The new build: a file or a saved model."));
    Options.weighing(spec);
    Options.format(spec, OutputFormat.GENERAL, "; html holds all rows, none cut");
    Options.debugFiles(spec, "for the build it belongs to");
    Options.maps(spec);
    Options.regions(spec);
    Options.shipping(spec, "; given twice, for OLD and for NEW");
    Options.cargo(spec, "; given twice, for OLD and for NEW");
    Options.wide(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    Optional<List<Dimension>> given = arguments.dimensions();
    Optional<Set<Kind>> kinds = arguments.kinds();
    List<Measure> measures = arguments.measures();
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    RowSelection rows = arguments.rows();
    OpenOptions options = arguments.weighing().withMemoryMap(arguments.memoryMap());
    Path older = arguments.file(0, "OLD");
    Path newer = arguments.file(1, "NEW");
    if (!arguments.files(Options.CARGO_LOCK).isEmpty()
        && !arguments.files(Options.CARGO_METADATA).isEmpty()) {
      // Nothing would say which is of which build. Either option takes either kind of file.
      String expected = "one option for the files of OLD and of NEW";
      throw new UsageException(Options.CARGO_LOCK, expected, Options.CARGO_METADATA + " beside it");
    }
    Results results = new Results(console, arguments);
    List<Path> files = List.of(older, newer);
    List<BinaryModel> opened = Input.openAll(files, options, arguments.debugFiles(), console);
    List<BinaryModel> mapped =
        Input.withMaps(files, opened, arguments.maps(), "a map for OLD and one for NEW", console);
    List<BinaryModel> models =
        Input.shipped(
            Input.withCargo(files, mapped, arguments.cargoFiles()),
            arguments,
            "OLD and one for NEW");
    List<Dimension> levels = given.orElseGet(() -> Dimensions.usual(models.get(1).file()));
    SizeDiff diff =
        new SizeDiff(
            SizeCommand.tree(models.get(0), levels, measures, kinds),
            SizeCommand.tree(models.get(1), levels, measures, kinds));
    DiffSelection selection =
        new DiffSelection(
            rows, format.equals(OutputFormat.TEXT) || format.equals(OutputFormat.MARKDOWN));
    results.write(new DiffReport(diff, selection), format);
    models.forEach(model -> Input.tellDefects(model, console));
  }
}
