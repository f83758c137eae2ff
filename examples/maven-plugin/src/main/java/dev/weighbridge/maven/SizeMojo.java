package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Weighs a program, level by level. */
@Mojo(
    name = "size",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresProject = false)
public final class SizeMojo extends WeighMojo {
  /** What rows are, level by level: {@code section,symbol}; what suits the program by default. */
  @Parameter(property = "weighbridge.by")
  @Nullable String by;

  /** Rows of each level that are shown. */
  @Parameter(property = "weighbridge.rows", defaultValue = "20")
  int rows;

  /** Made by Maven. */
  public SizeMojo() {}

  @Override
  String goal() {
    return "size";
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
  void tell(Stamp.Inputs inputs) {
    inputs.value("by", String.valueOf(by));
    inputs.value("rows", rows);
  }

  @Override
  Found ask(BinaryModel model) {
    List<Dimension> levels = by == null ? Dimensions.usual(model.file()) : Dimensions.parse(by);
    RowSelection selection =
        new RowSelection(RowLimit.of(rows), Optional.empty(), RowOrder.OF_TREE);
    return new Found(
        new SizeReport(model.file(), model.by(levels, Measures.usual()), selection), true);
  }
}
