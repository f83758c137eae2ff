package dev.weighbridge.cli;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.ReportWriter;
import dev.weighbridge.report.SizeCsv;
import dev.weighbridge.report.SizeHtml;
import dev.weighbridge.report.SizeJson;
import dev.weighbridge.report.SizeMarkdown;
import dev.weighbridge.report.SizeReport;
import dev.weighbridge.report.SizeText;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** {@code weighbridge size [FILE]}: what the file weighs, level by level. */
final class SizeCommand implements Command {
  private static final List<Dimension> OF_RUST = List.of(Dimensions.CRATE, Dimensions.SYMBOL);
  private static final List<Dimension> OF_OTHERS = List.of(Dimensions.SECTION, Dimensions.SYMBOL);

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "size", "Weigh a file; without FILE the embedded sample, a small Rust program.");
    spec.addPositional(Options.parameter(0, "[FILE]", "The file to weigh, or a saved model."));
    Options.weighing(spec);
    spec.addOption(
        Options.value(
            Options.FORMAT,
            "text|json|csv|markdown|html",
            "Write this format (text); html holds all rows, whatever -n says."));
    Options.debugFiles(spec);
    Options.wide(spec);
    return Options.common(spec);
  }

  @Override
  public void run(Arguments arguments, Console console) throws IOException {
    Optional<List<Dimension>> levels = arguments.dimensions();
    Optional<Set<Kind>> kinds = arguments.kinds();
    ReportWriter<SizeReport> writer = writer(arguments, console);
    RowSelection rows = new RowSelection(arguments.limit(), arguments.filter(), arguments.order());
    OpenOptions options = arguments.weighing().withDebugFiles(arguments.debugFiles());
    Results results = new Results(console, arguments);
    BinaryModel model =
        arguments.parameter(0) == null
            ? Sample.open(options)
            : Input.open(arguments.file(), options, console);
    SizeTree tree = model.by(levels.isPresent() ? levels.get() : usual(model));
    results.write(
        writer,
        new SizeReport(model.file(), kinds.isEmpty() ? tree : tree.only(kinds.get()), rows));
    Input.tellDefects(model, console);
  }

  /** The levels that people want who ask for none. */
  static List<Dimension> usual(BinaryModel model) {
    return model.hasRustNames() ? OF_RUST : OF_OTHERS;
  }

  private static ReportWriter<SizeReport> writer(Arguments arguments, Console console) {
    return switch (arguments.format("text", "json", "csv", "markdown", "html")) {
      case "json" -> new SizeJson();
      case "csv" -> new SizeCsv();
      case "markdown" -> new SizeMarkdown();
      case "html" -> new SizeHtml();
      default -> new SizeText(arguments.width(console));
    };
  }
}
