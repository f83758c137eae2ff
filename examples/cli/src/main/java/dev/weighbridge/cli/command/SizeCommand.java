package dev.weighbridge.cli.command;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cli.input.Input;
import dev.weighbridge.cli.input.InputException;
import dev.weighbridge.cli.input.PackageInput;
import dev.weighbridge.cli.input.Sample;
import dev.weighbridge.cli.options.Arguments;
import dev.weighbridge.cli.options.DimensionsAsked;
import dev.weighbridge.cli.options.MeasuresAsked;
import dev.weighbridge.cli.options.Options;
import dev.weighbridge.cli.options.Results;
import dev.weighbridge.cli.options.UsageException;
import dev.weighbridge.cli.terminal.Console;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge size [FILE...]}: what files weigh, level by level. */
public final class SizeCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "size", "Weigh files; without FILE the embedded sample, a small Rust program.");
    spec.addPositional(
        Options.parameters(
            "FILE", "The files to weigh, or saved models, one table each; - is standard input."));
    Options.weighing(spec);
    Options.format(spec, OutputFormat.WITH_MAP, "; html and svg hold all rows, none cut");
    Options.sideFiles(spec);
    Options.regions(spec);
    Options.shipping(spec, "; one for each FILE");
    Options.look(spec);
    Options.image(spec, "");
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    Optional<List<Dimension>> levels = DimensionsAsked.levels(arguments);
    Optional<Set<Kind>> kinds = arguments.kinds();
    MeasuresAsked.of(arguments);
    OutputFormat format = arguments.format(OutputFormat.WITH_MAP);
    RowSelection rows = arguments.rows();
    if (arguments.names().size() > 1 && !Results.takesSeveral(format)) {
      throw new UsageException(
          Options.FORMAT,
          "text, json or markdown for several files",
          Arguments.quoted(format.name()));
    }
    Results results = new Results(console, arguments);
    boolean isSample = arguments.names().isEmpty();
    if (!isSample && areOfPackages(levels) && PackageInput.isAskedOf(levels, arguments.files())) {
      weighPackages(arguments, results, console, Optional.empty());
      return;
    }
    List<BinaryModel> models;
    try {
      models = Input.shipped(models(arguments), arguments, "each FILE");
    } catch (InputException e) {
      if (!e.isNoBinary()) {
        throw e;
      }
      weighPackages(arguments, results, console, Optional.of(e));
      return;
    }
    arguments.refuse(PackageInput.BINARY, Options.IMAGE);
    List<Report> reports = new ArrayList<>();
    for (BinaryModel model : models) {
      List<Dimension> by = levels.orElseGet(() -> Dimensions.usual(model.file()));
      List<Measure> measures = MeasuresAsked.of(arguments, List.of(model));
      reports.add(
          SizeReport.of(
              model.query(), by, measures, kinds.orElseGet(() -> EnumSet.allOf(Kind.class)), rows));
    }
    results.write(reports, format);
    for (BinaryModel model : models) {
      Input.tellMissing(model, levels.orElseGet(() -> Dimensions.usual(model.file())), console);
      Input.tellDefects(model, console);
    }
  }

  /** Told by names, so that levels of binaries load no class of packages. */
  private static boolean areOfPackages(Optional<List<Dimension>> levels) {
    for (Dimension level : levels.orElse(List.of())) {
      String name = level.name();
      if (name.equals("layer") || name.equals("type") || name.startsWith("entry")) {
        return true;
      }
    }
    return false;
  }

  /** Weighs files of which at least one is no binary. */
  private static void weighPackages(
      Arguments arguments, Results results, Console console, Optional<InputException> why)
      throws IOException {
    Optional<List<Dimension>> levels = DimensionsAsked.levels(arguments);
    List<Measure> measures = MeasuresAsked.ofPackage(arguments);
    RowSelection rows = arguments.rows();
    List<Report> reports = new ArrayList<>();
    for (Path file : arguments.files()) {
      if (PackageInput.isPackage(file) || PackageInput.isAskedOf(levels, List.of(file))) {
        reports.add(new PackageInput(arguments).weigh(file, levels, measures, rows, console));
      } else if (why.isPresent() && arguments.files().size() == 1) {
        throw why.get();
      } else {
        BinaryModel model = Input.open(arguments, file);
        List<Dimension> by = levels.orElseGet(() -> Dimensions.usual(model.file()));
        List<Measure> ofBinary = MeasuresAsked.of(arguments, List.of(model));
        reports.add(new SizeReport(model.file(), model.by(by, ofBinary), rows));
      }
    }
    results.write(reports, arguments.format(OutputFormat.WITH_MAP));
  }

  private static List<BinaryModel> models(Arguments arguments) throws IOException {
    if (arguments.names().isEmpty()) {
      return List.of(Sample.open(arguments.opening()));
    }
    List<Path> files = arguments.files();
    if (files.size() == 1) {
      return List.of(Input.open(arguments, files.get(0)));
    }
    OpenOptions options =
        arguments
            .weighing()
            .withMemoryMap(arguments.memoryMap())
            .withCargoFiles(arguments.cargoFiles());
    return Input.withMaps(
        files,
        Input.openAll(files, Input.unpacking(arguments, options), arguments.debugFiles()),
        arguments.maps(),
        "a map for each file");
  }

  /** What a file weighs, all kinds of bytes or only some. */
  static SizeTree tree(
      BinaryModel model,
      List<Dimension> levels,
      List<Measure> measures,
      Optional<Set<Kind>> kinds) {
    return kinds.isEmpty()
        ? model.by(levels, measures)
        : new SizeTree(model.query(), levels, measures, kinds.get());
  }
}
