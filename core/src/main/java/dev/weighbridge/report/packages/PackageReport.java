package dev.weighbridge.report.packages;

import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What a package weighs: the answer of the {@code size} command to a file that wraps others.
 *
 * @param name its file name
 * @param format what it is: {@code docker-archive}
 * @param shippedSize bytes that travel
 * @param tree its rows
 * @param selection which of them to show
 * @param diagnostics what was wrong or unusual with it
 */
public record PackageReport(
    String name,
    String format,
    long shippedSize,
    PackageTree tree,
    RowSelection selection,
    List<Diagnostic> diagnostics)
    implements Report {
  /** Checks and copies. */
  public PackageReport {
    Objects.requireNonNull(diagnostics, "diagnostics");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(selection, "selection");
    diagnostics = List.copyOf(diagnostics);
  }

  @Override
  public List<OutputFormat> formats() {
    return OutputFormat.WITH_MAP;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (!RowMap.write(this::map, format, out)) {
      Report.super.write(format, width, out);
    }
  }

  private RowMap map() {
    return new PackageMap(name, format, shippedSize, tree, selection).map();
  }

  @Override
  public Answer answer() {
    return new PackageParts(name, format, shippedSize, tree, selection).answer(diagnostics);
  }
}
