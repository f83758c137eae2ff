package dev.weighbridge.report.size;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SelectedRows;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What a file weighs: the answer of the {@code size} command.
 *
 * @param file the file
 * @param shown the rows of a tree of it
 */
public record SizeReport(BinaryFile file, SelectedRows shown) implements Report {
  /** Checks that nothing is missing. */
  public SizeReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(shown, "shown");
  }

  /** The rows of a tree of a file that a selection shows. */
  public SizeReport(BinaryFile file, SizeTree tree, RowSelection selection) {
    this(
        file,
        new SelectedRows(
            Objects.requireNonNull(tree, "tree"), Objects.requireNonNull(selection, "selection")));
  }

  @Override
  public List<OutputFormat> formats() {
    return OutputFormat.WITH_MAP;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (format.equals(OutputFormat.HTML)) {
      new SizePage(file, shown).map().writePage(out);
    } else if (format.equals(OutputFormat.SVG)) {
      new SizePage(file, shown).map().writeSvg(out);
    } else {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    return new SizeParts(file, shown).answer();
  }
}
