package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemRow;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;

/** Tables of items for a terminal. */
final class ItemsText {
  private static final int NARROWEST_NAME = 20;
  private static final String GAP = "  ";
  private static final String[] TITLES = {"File size", "% of file", "Code"};

  private final BinaryFile file;
  private final int width;
  private final TextLine line;

  /**
   * Tables of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  ItemsText(BinaryFile file, int width, Appendable out) {
    this.file = file;
    this.width = width;
    line = new TextLine(out);
  }

  /** Writes what the tables are about. */
  void title(String addition) throws IOException {
    line.add(SafeText.of(file.name())).add(": ").add(file.format()).add(" ");
    line.add(file.machine()).add(", ").add(Figures.grouped(file.fileSize()));
    line.add(" bytes in the file").add(SafeText.of(addition)).end();
  }

  /** Writes a table, or a sentence if there is nothing in it. */
  void table(String name, ItemTable table, String ifEmpty) throws IOException {
    line.end();
    if (table.rows().isEmpty()) {
      line.add(ifEmpty).end();
      return;
    }
    int[] widths = new int[TITLES.length];
    int used = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(TITLES[i].length(), figure(table.total(), i).length());
      used += widths[i] + GAP.length();
      line.right(TITLES[i], widths[i]).add(GAP);
    }
    line.add(name).end();
    int nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - used);
    for (ItemRow row : table.rows()) {
      figures(row, widths);
      line.add(SafeText.cut(SafeText.of(row.label()), nameWidth)).end();
    }
    for (int cells : widths) {
      line.rule(cells).add(GAP);
    }
    line.end();
    figures(table.total(), widths);
    line.add("total of ").add(Figures.grouped(table.total().count())).end();
  }

  /** Writes what several tables are together. */
  void together(long fileSize) throws IOException {
    line.end();
    line.add("Together ").add(Figures.grouped(fileSize)).add(" bytes, ");
    line.add(Figures.percent(fileSize, file.fileSize())).add(" % of the file").end();
  }

  private void figures(ItemRow row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      line.right(figure(row, i), widths[i]).add(GAP);
    }
  }

  private String figure(ItemRow row, int column) {
    return switch (column) {
      case 0 -> Figures.grouped(row.fileSize());
      case 1 -> Figures.percent(row.fileSize(), file.fileSize());
      default -> row.codeSize() == 0 ? "-" : Figures.grouped(row.codeSize());
    };
  }
}
