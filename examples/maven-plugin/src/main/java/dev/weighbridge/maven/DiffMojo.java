package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Tells what changed since an earlier build. */
@Mojo(
    name = "diff",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class DiffMojo extends WeighMojo {
  /** The earlier build, or the model saved of one. */
  @Parameter(property = "weighbridge.since", required = true)
  @SuppressWarnings("NullAway.Init") // Maven fills what is required, before execute.
  File since;

  /** What rows are, level by level: {@code section,symbol}; what suits the program by default. */
  @Parameter(property = "weighbridge.by")
  @Nullable String by;

  /** Rows of each level that are shown. */
  @Parameter(property = "weighbridge.rows", defaultValue = "20")
  int rows;

  /** Made by Maven. */
  public DiffMojo() {}

  @Override
  String goal() {
    return "diff";
  }

  @Override
  List<OutputFormat> known() {
    return OutputFormat.GENERAL;
  }

  @Override
  List<OutputFormat> usual() {
    return List.of(OutputFormat.TEXT);
  }

  @Override
  void tell(Stamp.Inputs inputs) throws IOException {
    inputs.file("since", since);
    inputs.value("by", String.valueOf(by));
    inputs.value("rows", rows);
  }

  @Override
  Found ask(BinaryModel model) throws IOException {
    BinaryModel earlier = earlier(since);
    List<Dimension> levels = by == null ? Dimensions.usual(model.file()) : Dimensions.parse(by);
    SizeDiff diff =
        new SizeDiff(earlier.by(levels, Measures.usual()), model.by(levels, Measures.usual()));
    RowSelection selection =
        new RowSelection(RowLimit.of(rows), Optional.empty(), RowOrder.OF_TREE);
    return new Found(new DiffReport(diff, new DiffSelection(selection, true)), true);
  }
}
