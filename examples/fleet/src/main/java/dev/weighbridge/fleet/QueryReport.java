package dev.weighbridge.fleet;

import dev.weighbridge.fleet.QueryAnswer.Heading;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question, in every format of reports.
 *
 * @param asked what was answered
 */
public record QueryReport(QueryAnswer asked) implements Report {
  private static final String SCHEMA = "weighbridge/fleet-query/1";

  @Override
  public Answer answer() {
    List<Column<List<Optional<Object>>>> columns = new ArrayList<>();
    // Lines of text have the name last, where it is cut if need be.
    List<Column<List<Optional<Object>>>> text = new ArrayList<>();
    int label = label();
    for (int i = 0; i < asked.columns().size(); i++) {
      columns.add(column(asked.columns().get(i), i, i == label));
      if (i != label) {
        text.add(columns.get(i));
      }
    }
    if (label >= 0) {
      text.add(columns.get(label));
    }
    String rows = asked.rows().size() == 1 ? " row" : " rows";
    String more = asked.isCut() ? ", and there are more" : "";
    return Answer.of(
        SCHEMA,
        asked.title(),
        Prose.of(Line.of(asked.title() + ": " + asked.rows().size() + rows + more)),
        Table.of("rows", asked.rows())
            .columns(columns)
            .columns(Medium.TEXT, text)
            .ifEmpty(Line.EMPTY)
            .build());
  }

  /** The first column of texts, or -1 for none. */
  private int label() {
    for (int i = 0; i < asked.columns().size(); i++) {
      if (asked.columns().get(i).type() == QueryAnswer.CellType.TEXT) {
        return i;
      }
    }
    return -1;
  }

  private static Column<List<Optional<Object>>> column(
      Heading heading, int index, boolean isLabel) {
    String name = heading.name();
    Column<List<Optional<Object>>> column =
        switch (heading.type()) {
          case NUMBER -> Column.count(name, row -> number(row, index).longValue());
          case DECIMAL -> Column.decimal(name, row -> number(row, index).doubleValue());
          case TEXT ->
              isLabel
                  ? Column.label(name, row -> text(row, index))
                  : Column.name(name, row -> text(row, index));
        };
    return column.titled(name).orElse("").where(row -> row.get(index).isPresent());
  }

  private static String text(List<Optional<Object>> row, int index) {
    return row.get(index).map(Object::toString).orElse("");
  }

  private static Number number(List<Optional<Object>> row, int index) {
    return (Number) row.get(index).orElseThrow();
  }
}
