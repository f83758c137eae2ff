package dev.weighbridge.report.graph;

import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;
import java.util.List;

/** A tree of what keeps what, for a terminal. */
final class RetainedText implements ReportWriter<RetainedTree> {
  private static final int NARROWEST_NAME = 20;
  private static final String GAP = "  ";
  private static final String[] TITLES = {"Retained", "% of file", "Own", "Items"};

  private final int width;

  /**
   * A tree of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  RetainedText(int width) {
    this.width = width;
  }

  @Override
  public void write(RetainedTree tree, Appendable out) throws IOException {
    new Table(tree, width, out).write();
  }

  /** One tree while it is written. */
  private static final class Table {
    private final RetainedTree tree;
    private final TextLine line;
    private final RetainedRow total;
    private final int[] widths = new int[TITLES.length];
    private final int nameWidth;

    Table(RetainedTree tree, int width, Appendable out) {
      this.tree = tree;
      line = new TextLine(out);
      total = tree.total();
      // The own bytes of a row further down may be more than those of the first level together.
      RetainedRow widest =
          RetainedRow.sum("", total.retainedSize(), total.retainedSize(), total.count());
      int used = 0;
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(TITLES[i].length(), figure(widest, i).length());
        used += widths[i] + GAP.length();
      }
      nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - used);
    }

    void write() throws IOException {
      line.add(SafeText.of(tree.file().name())).add(": ").add(tree.file().format());
      line.add(" ").add(tree.file().machine()).add(", ");
      line.add(Figures.grouped(tree.file().fileSize())).add(" bytes in the file").end();
      line.end();
      for (int i = 0; i < TITLES.length; i++) {
        line.right(TITLES[i], widths[i]).add(GAP);
      }
      line.add("item > what only it keeps").end();
      rows(tree.rows(), 1);
      for (int cells : widths) {
        line.rule(cells).add(GAP);
      }
      line.end();
      figures(total);
      line.add(total.label()).end();
      line.end();
      line.add("Retained: what would go with the item, its own bytes included.").end();
    }

    /** Goes no deeper than the selection allows. */
    private void rows(List<RetainedRow> rows, int level) throws IOException {
      for (RetainedRow row : rows) {
        figures(row);
        line.pad(GAP.length() * (level - 1));
        int room = Math.max(NARROWEST_NAME, nameWidth - GAP.length() * (level - 1));
        line.add(SafeText.cut(SafeText.of(row.label()), room)).end();
        if (level < tree.selection().depth()) {
          rows(tree.below(row), level + 1);
        }
      }
    }

    private void figures(RetainedRow row) {
      for (int i = 0; i < widths.length; i++) {
        line.right(figure(row, i), widths[i]).add(GAP);
      }
    }

    private String figure(RetainedRow row, int column) {
      return switch (column) {
        case 0 -> Figures.grouped(row.retainedSize());
        case 1 -> Figures.percent(row.retainedSize(), tree.file().fileSize());
        case 2 -> row.fileSize() == 0 ? "-" : Figures.grouped(row.fileSize());
        default -> row.count() == 0 ? "-" : Figures.grouped(row.count());
      };
    }
  }
}
