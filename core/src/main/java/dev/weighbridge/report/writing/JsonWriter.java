package dev.weighbridge.report.writing;

import dev.weighbridge.formats.work.Work;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.GroupList;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.answer.ValueType;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Answers as JSON: one object, or one for each row if the answer has no schema. */
public final class JsonWriter implements AnswerWriter {
  @Override
  public void write(Answer answer, int width, Appendable out) throws IOException {
    JsonText.write(out, json -> new Document(json).write(answer));
  }

  /** Writes parts as members of the object that is open. */
  public static void members(JsonGenerator json, List<Part> parts) {
    new Document(json).parts(parts);
  }

  /** One document while it is written. */
  private static final class Document implements Column.Sink {
    private final JsonGenerator json;

    Document(JsonGenerator json) {
      this.json = json;
    }

    void write(Answer answer) {
      if (answer.schema().isEmpty()) {
        for (Part part : answer.parts(Medium.OBJECTS)) {
          if (part instanceof Table<?> table) {
            rows(table);
          }
        }
      } else {
        json.writeStartObject();
        json.writeStringProperty("schema", answer.schema());
        parts(answer.parts());
        json.writeEndObject();
      }
    }

    private void parts(List<Part> parts) {
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
        json.writeArrayPropertyStart(table.member());
        rows(table);
        json.writeEndArray();
      } else if (part instanceof Group group) {
        json.writeObjectPropertyStart(group.member());
        parts(group.parts());
        json.writeEndObject();
      } else if (part instanceof GroupList list) {
        json.writeArrayPropertyStart(list.member());
        for (List<Part> group : list.groups()) {
          json.writeStartObject();
          parts(group);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
    }

    private <R> void facts(Facts<R> facts) {
      if (facts.member().isEmpty()) {
        cells(facts.columns(Medium.OBJECTS), facts.row());
      } else {
        json.writeObjectPropertyStart(facts.member());
        cells(facts.columns(Medium.OBJECTS), facts.row());
        json.writeEndObject();
      }
    }

    private <R> void rows(Table<R> table) {
      rows(table, table.rows(), 1);
    }

    private <R> void rows(Table<R> table, Iterable<R> rows, int level) {
      List<Column<R>> columns = table.columns(Medium.OBJECTS);
      for (R row : rows) {
        Work.check();
        json.writeStartObject();
        cells(columns, row);
        if (table.hasLevels()) {
          below(table, row, level);
        }
        json.writeEndObject();
      }
    }

    private <R> void below(Table<R> table, R row, int level) {
      Levels<R> levels = table.levels(Medium.OBJECTS);
      List<R> below = levels.below(row, level);
      if (!below.isEmpty() || levels.isOpen(row, level)) {
        json.writeArrayPropertyStart(table.member());
        rows(table, below, level + 1);
        json.writeEndArray();
      }
    }

    private <R> void cells(List<Column<R>> columns, R row) {
      for (Column<R> column : columns) {
        column.put(row, this);
      }
    }

    @Override
    public <S> void group(Column<?> column, S value, List<Column<S>> columns) {
      if (column.name().isEmpty()) {
        cells(columns, value);
      } else {
        json.writeObjectPropertyStart(column.name());
        cells(columns, value);
        json.writeEndObject();
      }
    }

    @Override
    public void text(Column<?> column, String value) {
      json.writeStringProperty(column.name(), value);
    }

    @Override
    public void number(Column<?> column, long value) {
      if (column.type() == ValueType.ADDRESS) {
        JsonText.address(json, column.name(), value);
      } else {
        json.writeNumberProperty(column.name(), value);
      }
    }

    @Override
    public void decimal(Column<?> column, double value) {
      json.writeNumberProperty(column.name(), value);
    }

    @Override
    public void flag(Column<?> column, boolean value) {
      json.writeBooleanProperty(column.name(), value);
    }

    @Override
    public void texts(Column<?> column, List<String> values) {
      JsonText.texts(json, column.name(), values);
    }

    @Override
    public void numbers(Column<?> column, List<Long> values) {
      json.writeArrayPropertyStart(column.name());
      for (long value : values) {
        json.writeNumber(value);
      }
      json.writeEndArray();
    }

    @Override
    public void rows(Column<?> column, Part table) {
      part(table);
    }

    @Override
    public void none(Column<?> column) {
      // An object says by its absence that there is no such member.
    }
  }
}
