package dev.weighbridge.report.copies;

import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.duplicates.DuplicateRow;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;
import java.util.List;

/** Tables of duplicates for a terminal. */
final class DuplicatesText implements ReportWriter<DuplicateList> {
  private static final int NARROWEST_NAME = 20;
  private static final String GAP = "  ";
  private static final String[] TITLES = {"Copies", "Bytes", "Saving"};

  private final int width;

  /**
   * Tables of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  DuplicatesText(int width) {
    this.width = width;
  }

  @Override
  public void write(DuplicateList list, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    line.add(SafeText.of(list.file().name())).add(": ").add(list.file().format());
    line.add(" ").add(list.file().machine()).add(", ");
    line.add(Figures.grouped(list.file().fileSize())).add(" bytes in the file").end();
    for (What what : What.values()) {
      line.end();
      table(line, title(what, list), what, list);
    }
  }

  private static String title(What what, DuplicateList list) {
    return switch (what) {
      case CRATE -> "Crates that are in the file more than once; the saving is all but the largest";
      case IDENTICAL_FUNCTION -> "Functions with the same bytes";
      case EQUAL_FUNCTION ->
          list.isMaskingSupported()
              ? "Functions that are the same but for PC-relative operands, those above included"
              : "Functions that are the same but for PC-relative operands: not known of this"
                  + " machine";
      case IDENTICAL_DATA ->
          "Data with the same bytes, of at least " + EqualBodies.SMALLEST_DATA + " bytes";
    };
  }

  private void table(TextLine line, String title, What what, DuplicateList list)
      throws IOException {
    List<DuplicateRow> rows = list.rows(what);
    line.add(title).add(rows.isEmpty() ? ": none" : ":").end();
    if (rows.isEmpty()) {
      return;
    }
    line.end();
    DuplicateRow total = list.total(what);
    int[] widths = new int[TITLES.length];
    int used = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(TITLES[i].length(), figure(total, i).length());
      used += widths[i] + GAP.length();
      line.right(TITLES[i], widths[i]).add(GAP);
    }
    line.add(what == What.CRATE ? "crate" : "the first of them").end();
    int nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - used);
    for (DuplicateRow row : rows) {
      figures(line, row, widths);
      String versions = row.versions().isEmpty() ? "" : " " + String.join(", ", row.versions());
      line.add(SafeText.cut(SafeText.of(row.label() + versions), nameWidth)).end();
    }
    for (int cells : widths) {
      line.rule(cells).add(GAP);
    }
    line.end();
    figures(line, total, widths);
    line.add(total.label()).end();
  }

  private static void figures(TextLine line, DuplicateRow row, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      line.right(figure(row, i), widths[i]).add(GAP);
    }
  }

  private static String figure(DuplicateRow row, int column) {
    return switch (column) {
      case 0 -> Figures.grouped(row.copyCount());
      case 1 -> Figures.grouped(row.fileSize());
      default -> Figures.grouped(row.saving());
    };
  }
}
