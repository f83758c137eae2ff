package dev.weighbridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.GroupList;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.RawValue;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formats that only this test has, in which every report can be written. */
class OtherFormatTest {
  private static final OutputFormat TSV =
      new OutputFormat("tsv", "text/tab-separated-values", "tsv", new TabsWriter());

  private static final OutputFormat OUTLINE =
      new OutputFormat("outline", "text/x-outline", "txt", new OutlineWriter());

  /** The records of each table, with tabs between fields and an empty line between tables. */
  private static final class TabsWriter implements AnswerWriter {
    @Override
    public void write(Answer answer, int width, Appendable out) throws IOException {
      for (Part part : answer.parts(Medium.RECORDS)) {
        if (part instanceof Table<?> table) {
          table(table, out);
        }
      }
    }

    private static <R> void table(Table<R> table, Appendable out) throws IOException {
      StringBuilder text = new StringBuilder();
      for (Column<R> column : table.columns(Medium.RECORDS)) {
        text.append(column.name()).append('\t');
      }
      text.append('\n');
      rows(table, table.rows(), 1, text);
      out.append(text).append('\n');
    }

    private static <R> void rows(Table<R> table, Iterable<R> rows, int level, StringBuilder text) {
      for (R row : rows) {
        for (Column<R> column : table.columns(Medium.RECORDS)) {
          text.append(SafeText.field(RawValue.text(column, row))).append('\t');
        }
        text.append('\n');
        rows(table, table.levels(Medium.RECORDS).below(row, level), level + 1, text);
      }
    }
  }

  /** Members, one a line, set in by their depth. */
  private static final class OutlineWriter implements AnswerWriter {
    @Override
    public void write(Answer answer, int width, Appendable out) throws IOException {
      StringBuilder text = new StringBuilder();
      new Outline(text, "").parts(answer.parts());
      out.append(text);
    }
  }

  /** An object of such lines. */
  private record Outline(StringBuilder text, String indent) implements Column.Sink {
    private Outline below() {
      return new Outline(text, indent + "  ");
    }

    void parts(List<Part> parts) {
      for (Part part : parts) {
        if (part.media().contains(Medium.OBJECTS)) {
          part(part);
        }
      }
    }

    private void part(Part part) {
      if (part instanceof Facts<?> facts) {
        facts(facts);
      } else if (part instanceof Table<?> table) {
        text.append(indent).append(table.member()).append(":\n");
        below().rows(table);
      } else if (part instanceof Group group) {
        text.append(indent).append(group.member()).append(":\n");
        below().parts(group.parts());
      } else if (part instanceof GroupList list) {
        text.append(indent).append(list.member()).append(":\n");
        list.groups().forEach(below()::parts);
      }
    }

    private <R> void facts(Facts<R> facts) {
      for (Column<R> column : facts.columns(Medium.OBJECTS)) {
        column.put(facts.row(), this);
      }
    }

    private <R> void rows(Table<R> table) {
      for (R row : table.rows()) {
        text.append(indent).append("-\n");
        for (Column<R> column : table.columns(Medium.OBJECTS)) {
          column.put(row, below());
        }
      }
    }

    @Override
    public void text(Column<?> column, String value) {
      text.append(indent).append(column.name()).append(": ");
      text.append(SafeText.of(value)).append('\n');
    }

    @Override
    public void rows(Column<?> column, Part table) {
      part(table);
    }
  }

  @Test
  void everyReportIsWrittenInThem() {
    for (Report report : ReportTest.reports()) {
      assertThat(report.text(TSV)).as("%s", report.getClass()).contains("\t\n");
      assertThat(report.text(OUTLINE)).as("%s", report.getClass()).contains(": ");
    }
  }
}
