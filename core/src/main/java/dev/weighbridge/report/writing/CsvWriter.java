package dev.weighbridge.report.writing;

import dev.weighbridge.formats.work.Work;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.RawValue;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.answer.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers as comma-separated values: a line of names, then one record for each row. Of several
 * tables the first field says which one a record is of, and fields that a table lacks are empty.
 *
 * <p>Of a table whose rows have a field for the name at each level there is one record for each row
 * without rows below it, so that the records sum to the whole. Of any other tree the rows below a
 * row follow it.
 */
public final class CsvWriter implements AnswerWriter {
  @Override
  public void write(Answer answer, int width, Appendable out) throws IOException {
    List<Table<?>> tables = new ArrayList<>();
    Set<String> fields = new LinkedHashSet<>();
    for (Part part : answer.parts(Medium.RECORDS)) {
      if (part instanceof Table<?> table) {
        tables.add(table);
        addFields(table, fields);
      }
    }
    boolean isTold = tables.stream().anyMatch(table -> !table.what().isEmpty());
    CsvLine line = new CsvLine(out);
    if (isTold) {
      line.add("what");
    }
    fields.forEach(line::add);
    line.end();
    for (Table<?> table : tables) {
      new Records<>(table, isTold, List.copyOf(fields), line).write();
    }
  }

  private static <R> void addFields(Table<R> table, Set<String> fields) {
    for (Column<R> column : table.columns(Medium.RECORDS)) {
      if (column.type() != ValueType.ROWS) {
        fields.addAll(column.fields());
      }
    }
  }

  /** The records of one table while they are written. */
  private static final class Records<R> {
    private final Table<R> table;
    private final boolean isTold;
    private final CsvLine line;
    private final Levels<R> levels;

    /** In the order of the fields; one may fill several. */
    private final List<Column<R>> columns = new ArrayList<>();

    private final Column<R> label;
    private final String[] path;

    Records(Table<R> table, boolean isTold, List<String> fields, CsvLine line) {
      this.table = table;
      this.isTold = isTold;
      this.line = line;
      levels = table.levels(Medium.RECORDS);
      Column<R> empty = Column.word("", row -> "");
      Column<R> names = empty;
      for (int field = 0; field < fields.size(); ) {
        Column<R> column = filling(fields.get(field), empty);
        columns.add(column);
        names = column.type() == ValueType.LABEL ? column : names;
        field += Math.max(1, column.fields().size());
      }
      label = names;
      path = new String[label.fields().size()];
    }

    /** The column that a field is the first of. */
    private Column<R> filling(String field, Column<R> empty) {
      for (Column<R> column : table.columns(Medium.RECORDS)) {
        if (!column.fields().isEmpty() && column.fields().get(0).equals(field)) {
          return column;
        }
      }
      return empty;
    }

    void write() throws IOException {
      rows(table.rows(), 1);
    }

    private void rows(Iterable<R> rows, int level) throws IOException {
      for (R row : rows) {
        Work.check();
        if (path.length > 1) {
          path[level - 1] = SafeText.field(RawValue.text(label, row));
        }
        List<R> below = table.hasLevels() ? levels.below(row, level) : List.of();
        if (below.isEmpty() || path.length <= 1) {
          record(row, level);
        }
        if (!below.isEmpty()) {
          rows(below, level + 1);
        }
      }
    }

    private void record(R row, int level) throws IOException {
      if (isTold) {
        line.add(table.what());
      }
      for (Column<R> column : columns) {
        if (column == label && path.length > 1) {
          path(level);
        } else if (column.type() == ValueType.LEVEL) {
          line.add(level);
        } else {
          column.put(row, line);
        }
      }
      line.end();
    }

    private void path(int level) {
      for (int i = 0; i < path.length; i++) {
        line.add(i < level ? path[i] : "");
      }
    }
  }
}
