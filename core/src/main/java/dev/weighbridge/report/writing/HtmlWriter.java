package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Fold;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Picture;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.util.List;

/**
 * Answers as one HTML page of sentences and tables that needs nothing but a browser; it has no
 * scripts, and its content security policy forbids it to load anything.
 */
public final class HtmlWriter implements AnswerWriter {
  private static final HtmlPage.Parts PARTS =
      new HtmlPage.Parts("answer.html", List.of("answer.css"), List.of());

  @Override
  public void write(Answer answer, int width, Appendable out) throws IOException {
    HtmlPage.write(
        out,
        answer.title(),
        PARTS,
        body -> {
          for (Part part : answer.parts(Medium.MARKUP)) {
            write(part, new HtmlText(body));
          }
        });
  }

  private static void write(Part part, HtmlText text) throws IOException {
    if (part instanceof Prose prose) {
      prose(prose.lines(), text);
    } else if (part instanceof Facts<?> facts) {
      facts(facts, text);
    } else if (part instanceof Table<?> table) {
      new HtmlTable<>(table, text).write();
    } else if (part instanceof Picture picture) {
      text.markup(picture.svg()).line();
    } else if (part instanceof Fold fold) {
      text.mark("details").mark("summary").text(fold.summary()).end("summary").line();
      for (List<Part> block : fold.blocks()) {
        for (Part inner : block) {
          write(inner, text);
        }
      }
      text.end("details").line();
    }
  }

  /** Lines of a kind that follow each other are one paragraph, list or block. */
  private static void prose(List<Line> lines, HtmlText text) throws IOException {
    for (int i = 0; i < lines.size(); ) {
      Line.Kind kind = lines.get(i).kind();
      String element = kind == Line.Kind.CODE ? "pre" : kind == Line.Kind.BULLET ? "ul" : "p";
      text.mark(element);
      for (boolean isFirst = true; i < lines.size() && lines.get(i).kind() == kind; i++) {
        switch (kind) {
          case CODE -> text.text(lines.get(i).text()).line();
          case BULLET -> text.mark("li").line(lines.get(i)).end("li").line();
          case PLAIN -> text.mark(isFirst ? "" : "br").line(lines.get(i));
        }
        isFirst = false;
      }
      text.end(element).line();
    }
  }

  private static <R> void facts(Facts<R> facts, HtmlText text) throws IOException {
    text.mark("dl");
    for (Column<R> column : facts.columns(Medium.MARKUP)) {
      if (column.isPresent(facts.row())) {
        text.mark("dt").text(column.title()).end("dt").mark("dd");
        HtmlTable.cell(column, facts.row(), text);
        text.end("dd").line();
      }
    }
    text.end("dl").line();
  }
}
