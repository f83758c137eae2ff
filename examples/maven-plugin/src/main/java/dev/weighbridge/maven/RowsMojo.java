package dev.weighbridge.maven;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What goals share whose answer is rows: what they are, and how many are shown. */
abstract class RowsMojo extends MeasuredMojo {
  /** What rows are, level by level: {@code section,symbol}; what suits the program by default. */
  @Parameter(property = "weighbridge.by")
  @Nullable String by;

  /** Rows of each level that are shown. */
  @Parameter(property = "weighbridge.rows", defaultValue = "20")
  int rows;

  @Override
  final List<OutputFormat> known() {
    return OutputFormat.GENERAL;
  }

  @Override
  final List<OutputFormat> usual() {
    return List.of(OutputFormat.TEXT);
  }

  @Override
  void tell(Stamp.Inputs inputs) throws IOException {
    super.tell(inputs);
    inputs.value("by", String.valueOf(by));
    inputs.value("rows", rows);
  }

  /** What rows are; of a program that is compared they suit the later build. */
  final List<Dimension> levels(BinaryModel program) {
    return by == null ? Dimensions.usual(program.file()) : Dimensions.parse(by);
  }

  /** All rows of a build. */
  final SizeTree tree(BinaryModel build, List<Dimension> levels) {
    return build.by(levels, measures(Measures.usual()));
  }

  /** The rows that are shown. */
  final RowSelection selection() {
    return new RowSelection(RowLimit.of(rows), Optional.empty(), RowOrder.OF_TREE);
  }
}
