package dev.weighbridge.report.graph;

import dev.weighbridge.graph.Dominators;
import dev.weighbridge.graph.ReferencePath;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;
import java.util.List;

/** Why an item is in a file, for a terminal. */
final class WhyText implements ReportWriter<WhyReport> {
  private static final int NARROWEST_NAME = 20;
  private static final int PLACE = 12;

  private final int width;

  /**
   * Ways of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  WhyText(int width) {
    this.width = width;
  }

  @Override
  public void write(WhyReport report, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    line.add(SafeText.of(report.file().name())).add(": ").add(report.file().format());
    line.add(" ").add(report.file().machine()).end();
    line.end();
    subject(line, report);
    List<ReferencePath> paths = report.paths();
    for (int i = 0; i < paths.size(); i++) {
      line.end();
      path(line, report, paths.get(i), i == 0);
    }
    if (paths.size() < report.count()) {
      line.end();
      String more = Figures.grouped(report.count() - paths.size());
      line.add("[").add(more).add(" others]").end();
    }
    if (paths.isEmpty()) {
      referrers(line, report);
    }
  }

  private void subject(TextLine line, WhyReport report) throws IOException {
    int node = report.node();
    Dominators dominators = report.dominators();
    line.add(name(report, node, 0)).end();
    line.add(Figures.grouped(report.graph().fileSize(node))).add(" bytes");
    if (!dominators.isReached(node)) {
      line.add("; nothing that is needed leads to it").end();
      return;
    }
    line.add(", ").add(Figures.grouped(dominators.retainedSize(node)));
    line.add(" with all that only it keeps").end();
    int above = dominators.dominator(node);
    if (above >= 0) {
      line.add("All ways to it go through ").add(name(report, above, 26)).end();
    }
    int count = report.count();
    line.add(Figures.grouped(count));
    line.add(count == 1 ? " way, the shortest there is:" : " ways, the shortest through each");
    line.add(count == 1 ? "" : " item that refers to it:").end();
  }

  private void path(TextLine line, WhyReport report, ReferencePath path, boolean hasTitles)
      throws IOException {
    if (hasTitles) {
      line.right("file offset", PLACE).add("  ").right("address", PLACE).add("  ");
      line.add("item, and where the one above refers to it").end();
    }
    line.left(path.reason().text(), 2 * PLACE + 4);
    line.add(name(report, path.steps().get(0).node(), 2 * PLACE + 4)).end();
    for (ReferencePath.Step step : path.steps().subList(1, path.steps().size())) {
      line.right(Figures.hex(step.fileOffset()), PLACE).add("  ");
      line.right(Figures.hex(step.address()), PLACE).add("  ");
      line.add(name(report, step.node(), 2 * PLACE + 4)).end();
    }
  }

  private void referrers(TextLine line, WhyReport report) throws IOException {
    int[] referrers = report.notNeeded();
    int shown = Math.min(referrers.length, report.limit());
    line.end();
    line.add(referrers.length == 0 ? "No item refers to it." : "Not needed either, it is in:");
    line.end();
    for (int i = 0; i < shown; i++) {
      line.add("  ").add(name(report, referrers[i], 2)).end();
    }
    if (shown < referrers.length) {
      line.add("  [").add(Figures.grouped(referrers.length - shown)).add(" others]").end();
    }
  }

  private String name(WhyReport report, int node, int used) {
    String name = SafeText.of(report.graph().text(node));
    return width <= 0 ? name : SafeText.cut(name, Math.max(NARROWEST_NAME, width - used));
  }
}
