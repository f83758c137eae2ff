package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge size [FILE]}: what the file weighs, level by level. */
final class SizeCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "size", "Weigh a file; without FILE the embedded sample, a small Rust program.");
    spec.addPositional(Options.parameter(0, "[FILE]", "The file to weigh, or a saved model."));
    Options.weighing(spec);
    Options.format(spec, OutputFormat.GENERAL, "; html holds all rows, none cut");
    Options.sideFiles(spec);
    Options.regions(spec);
    Options.wide(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    Optional<List<Dimension>> levels = arguments.dimensions();
    Optional<Set<Kind>> kinds = arguments.kinds();
    List<Measure> measures = arguments.measures();
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    RowSelection rows = arguments.rows();
    Results results = new Results(console, arguments);
    BinaryModel model =
        arguments.parameter(0) == null
            ? Sample.open(arguments.opening())
            : Input.open(arguments.file(), arguments.opening(), console);
    List<Dimension> by = levels.orElseGet(() -> Dimensions.usual(model.file()));
    SizeTree tree = tree(model, by, measures, kinds);
    results.write(new SizeReport(model.file(), tree, rows), format);
    Input.tellMissing(model, by, console);
    Input.tellDefects(model, console);
  }

  /** What a file weighs, all kinds of bytes or only some. */
  static SizeTree tree(
      BinaryModel model,
      List<Dimension> levels,
      List<Measure> measures,
      Optional<Set<Kind>> kinds) {
    SizeTree tree = model.by(levels, measures);
    return kinds.isEmpty() ? tree : tree.only(kinds.get());
  }
}
