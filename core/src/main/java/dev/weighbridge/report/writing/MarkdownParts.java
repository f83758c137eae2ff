package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Parts of an answer as Markdown, with an empty line between them. */
final class MarkdownParts {
  private final MarkdownText text;

  MarkdownParts(MarkdownText text) {
    this.text = text;
  }

  void write(List<Part> parts) throws IOException {
    boolean isFirst = true;
    for (Part part : parts) {
      if (!isLeftOut(part)) {
        if (!isFirst) {
          text.end();
        }
        write(part);
        isFirst = false;
      }
    }
  }

  private static boolean isLeftOut(Part part) {
    return part instanceof Table<?> table
        && table.ifEmpty().filter(Line.EMPTY::equals).isPresent()
        && !table.rows().iterator().hasNext();
  }

  private void write(Part part) throws IOException {
    if (part instanceof Prose prose) {
      prose(prose.lines());
    } else if (part instanceof Facts<?> facts) {
      facts(facts);
    } else if (part instanceof Table<?> table) {
      new MarkdownTable<>(table).write(text);
    }
  }

  private void prose(List<Line> lines) throws IOException {
    List<String> code = new ArrayList<>();
    for (Line line : lines) {
      if (line.kind() == Line.Kind.CODE) {
        code.add(line.text());
      } else {
        block(code);
        text.add(line.kind() == Line.Kind.BULLET ? "- " : "").add(MarkdownText.line(line)).end();
      }
    }
    block(code);
  }

  private void block(List<String> code) throws IOException {
    if (!code.isEmpty()) {
      text.block(code);
      code.clear();
    }
  }

  private <R> void facts(Facts<R> facts) throws IOException {
    for (Column<R> column : facts.columns(Medium.MARKUP)) {
      if (column.isPresent(facts.row())) {
        text.add("- ").add(column.title()).add(": ");
        text.add(MarkdownTable.cell(column, facts.row())).end();
      }
    }
  }
}
