package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.ShownValue;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.answer.TextStyle;
import java.io.IOException;

/** Answers as lines of text for a terminal; an empty line parts what belongs together. */
public final class TextWriter implements AnswerWriter {
  /** Room for the name of a fact. */
  private static final int FACT = 13;

  private final TextStyle style;

  /** Writes whole bytes, and nothing but characters. */
  public TextWriter() {
    this(TextStyle.PLAIN);
  }

  /** Writes in a style. */
  public TextWriter(TextStyle style) {
    this.style = style;
  }

  @Override
  public void write(Answer answer, int width, Appendable out) throws IOException {
    TextLine line = new TextLine(out, width);
    boolean isFirst = true;
    for (Part part : answer.parts(Medium.TEXT)) {
      if (!isLeftOut(part)) {
        if (!isFirst) {
          line.end();
        }
        write(part, line);
        isFirst = false;
      }
    }
  }

  private static boolean isLeftOut(Part part) {
    return part instanceof Table<?> table
        && table.ifEmpty().filter(Line.EMPTY::equals).isPresent()
        && !table.rows().iterator().hasNext();
  }

  private void write(Part part, TextLine line) throws IOException {
    if (part instanceof Prose prose) {
      for (Line sentence : prose.lines()) {
        line.add(sentence).endProse(sentence);
      }
    } else if (part instanceof Facts<?> facts) {
      facts(facts, line);
    } else if (part instanceof Table<?> table) {
      new TextTable<>(table, line, style).write();
    }
  }

  private static <R> void facts(Facts<R> facts, TextLine line) throws IOException {
    for (Column<R> column : facts.columns(Medium.TEXT)) {
      if (column.isPresent(facts.row())) {
        line.left(column.title(), FACT).add("  ").add(ShownValue.of(column, facts.row())).end();
      }
    }
  }
}
