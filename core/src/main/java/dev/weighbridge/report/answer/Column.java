package dev.weighbridge.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One column of a table, declared once for all formats: what its values are, how they are taken
 * from a row, what people and programs call it. Immutable.
 *
 * <p>A column is made with the name that programs know, empty if it is for people only, and gets a
 * title with {@link #titled(String)} if people see it, too.
 *
 * @param <R> a row
 */
public final class Column<R> {
  private final ValueType type;
  private final Cell<R> cell;
  private final Optional<Predicate<R>> presence;
  private final FieldNames names;
  private final Heading heading;

  private Column(
      ValueType type,
      Cell<R> cell,
      Optional<Predicate<R>> presence,
      FieldNames names,
      Heading heading) {
    this.type = type;
    this.cell = cell;
    this.presence = presence;
    this.names = names;
    this.heading = heading;
  }

  /** Takes a value from a row, as what it is. */
  private interface Cell<R> {
    void put(Column<R> column, R row, Sink sink);
  }

  /**
   * Takes the values of cells. What a format has no way of its own for becomes text: a sink that
   * takes text takes everything.
   */
  public interface Sink {
    /** Takes a text: of the file or ours, as the type of the column says; not made safe yet. */
    void text(Column<?> column, String value);

    /** Takes a number; an address is unsigned but for the -1 that stands for none. */
    default void number(Column<?> column, long value) {
      boolean isAddress = column.type() == ValueType.ADDRESS;
      text(column, isAddress ? Figures.address(value) : Long.toString(value));
    }

    /** Takes a number with a fraction. */
    default void decimal(Column<?> column, double value) {
      text(column, Double.toString(value));
    }

    /** Takes yes or no. */
    default void flag(Column<?> column, boolean value) {
      text(column, Boolean.toString(value));
    }

    /** Takes several texts. */
    default void texts(Column<?> column, List<String> values) {
      text(column, String.join(column.type() == ValueType.LINES ? "\n" : " ", values));
    }

    /** Takes a line with names and stresses. */
    default void line(Column<?> column, Line value) {
      text(column, value.text());
    }

    /** Takes several numbers. */
    default void numbers(Column<?> column, List<Long> values) {
      text(column, String.join(" ", values.stream().map(String::valueOf).toList()));
    }

    /** Takes what belongs together; the columns of a group take fields of their own. */
    default <S> void group(Column<?> column, S value, List<Column<S>> columns) {
      for (Column<S> inner : columns) {
        inner.put(value, this);
      }
    }

    /** Takes rows of another table; fields have no room for them. */
    default void rows(Column<?> column, Part table) {}

    /** Takes that a row has no value in the column. */
    default void none(Column<?> column) {
      text(column, column.none());
    }
  }

  private static <R> Column<R> of(ValueType type, String name, Cell<R> cell) {
    Objects.requireNonNull(name, "name");
    List<String> fields = name.isEmpty() ? List.of() : List.of(name);
    FieldNames names = new FieldNames(name, fields, type.isRight() ? "-1" : "");
    return new Column<>(type, cell, Optional.empty(), names, Heading.NONE);
  }

  private static <R> Column<R> number(ValueType type, String name, ToLongFunction<R> value) {
    Objects.requireNonNull(value, "value");
    return of(type, name, (column, row, sink) -> sink.number(column, value.applyAsLong(row)));
  }

  private static <R> Column<R> text(ValueType type, String name, Function<R, String> value) {
    Objects.requireNonNull(value, "value");
    return of(type, name, (column, row, sink) -> sink.text(column, value.apply(row)));
  }

  private static <R> Column<R> texts(ValueType type, String name, Function<R, List<String>> value) {
    Objects.requireNonNull(value, "value");
    return of(type, name, (column, row, sink) -> sink.texts(column, value.apply(row)));
  }

  /** The name of the row: the column in which rows of several levels are told apart. */
  public static <R> Column<R> label(String name, Function<R, String> value) {
    return text(ValueType.LABEL, name, value);
  }

  /** A name that the file chose. */
  public static <R> Column<R> name(String name, Function<R, String> value) {
    return text(ValueType.NAME, name, value);
  }

  /** A name that the file chose; a row whose name is empty has none. */
  public static <R> Column<R> nameIfAny(String name, Function<R, String> value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Cell<R> cell =
        (column, row, sink) -> {
          String text = value.apply(row);
          if (text.isEmpty()) {
            sink.none(column);
          } else {
            sink.text(column, text);
          }
        };
    return of(ValueType.NAME, name, cell);
  }

  /** Names that the file chose. */
  public static <R> Column<R> names(String name, Function<R, List<String>> value) {
    return texts(ValueType.NAMES, name, value);
  }

  /** A word of ours; it is written as it is. */
  public static <R> Column<R> word(String name, Function<R, String> value) {
    return text(ValueType.WORD, name, value);
  }

  /** A sentence of ours that may quote the file. */
  public static <R> Column<R> sentence(String name, Function<R, String> value) {
    return text(ValueType.SENTENCE, name, value);
  }

  /** Lines of ours. */
  public static <R> Column<R> lines(String name, Function<R, List<String>> value) {
    return texts(ValueType.LINES, name, value);
  }

  /** A number of bytes; a row without any has no value. */
  public static <R> Column<R> bytesIfAny(String name, ToLongFunction<R> value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Cell<R> cell =
        (column, row, sink) -> {
          long bytes = value.applyAsLong(row);
          if (bytes == 0) {
            sink.none(column);
          } else {
            sink.number(column, bytes);
          }
        };
    Column<R> column = of(ValueType.BYTES, name, cell);
    return column.orElse("0");
  }

  /** A number of bytes. */
  public static <R> Column<R> bytes(String name, ToLongFunction<R> value) {
    return number(ValueType.BYTES, name, value);
  }

  /** A number of bytes, for people only; of rows of which nobody knows it, a question mark. */
  public static <R> Column<R> bytesIfKnown(ToLongFunction<R> value, Predicate<R> isKnown) {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(isKnown, "isKnown");
    Cell<R> unknown = (column, row, sink) -> sink.text(column, "?");
    Cell<R> known = bytes("", value).cell;
    return of(
        ValueType.BYTES,
        "",
        (column, row, sink) -> (isKnown.test(row) ? known : unknown).put(column, row, sink));
  }

  /** How many there are. */
  public static <R> Column<R> count(String name, ToLongFunction<R> value) {
    return number(ValueType.COUNT, name, value);
  }

  /** A number that is not grouped. */
  public static <R> Column<R> number(String name, ToLongFunction<R> value) {
    return number(ValueType.NUMBER, name, value);
  }

  /** How many more bytes there are than before. */
  public static <R> Column<R> change(String name, ToLongFunction<R> value) {
    return number(ValueType.CHANGE, name, value);
  }

  /** How many more there are than before. */
  public static <R> Column<R> countChange(String name, ToLongFunction<R> value) {
    return number(ValueType.COUNT_CHANGE, name, value);
  }

  /** A file offset; -1 for none. */
  public static <R> Column<R> offset(String name, ToLongFunction<R> value) {
    return number(ValueType.OFFSET, name, value);
  }

  /** A virtual address, unsigned; -1 for none. */
  public static <R> Column<R> address(String name, ToLongFunction<R> value) {
    return number(ValueType.ADDRESS, name, value);
  }

  /** A part of a whole, for people only. */
  public static <R> Column<R> share(ToLongFunction<R> part, long whole) {
    Objects.requireNonNull(part, "part");
    return text(ValueType.SHARE, "", row -> Figures.percent(part.applyAsLong(row), whole));
  }

  /** A number with a fraction. */
  public static <R> Column<R> decimal(String name, ToDoubleFunction<R> value) {
    Objects.requireNonNull(value, "value");
    return of(
        ValueType.DECIMAL,
        name,
        (column, row, sink) -> sink.decimal(column, value.applyAsDouble(row)));
  }

  /** Yes or no. */
  public static <R> Column<R> flag(String name, Predicate<R> value) {
    Objects.requireNonNull(value, "value");
    return of(ValueType.FLAG, name, (column, row, sink) -> sink.flag(column, value.test(row)));
  }

  /** A figure that is written out already, for people only. */
  public static <R> Column<R> figure(Function<R, String> value) {
    Objects.requireNonNull(value, "value");
    return text(ValueType.FIGURE, "", value);
  }

  /** A line with names and stresses, for people only. */
  public static <R> Column<R> line(Function<R, Line> value) {
    Objects.requireNonNull(value, "value");
    return of(ValueType.LINE, "", (column, row, sink) -> sink.line(column, value.apply(row)));
  }

  /** Numbers, one for each of several things. */
  public static <R> Column<R> numbers(String name, Function<R, List<Long>> value) {
    Objects.requireNonNull(value, "value");
    return of(
        ValueType.NUMBERS, name, (column, row, sink) -> sink.numbers(column, value.apply(row)));
  }

  /** At which level the row stands; only whoever writes a tree knows it. */
  public static <R> Column<R> level(String name) {
    Objects.requireNonNull(name, "name");
    return number(ValueType.LEVEL, name, row -> 1);
  }

  /**
   * What belongs together of a row: an object for programs, and fields one after the other.
   *
   * @param name of the object; empty if its members are those of the row
   * @param part what it is, made once for all its columns; nothing if the row has none
   */
  public static <R, S> Column<R> group(
      String name, Function<R, Optional<S>> part, List<Column<S>> columns) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(columns, "columns");
    List<Column<S>> inner = List.copyOf(columns);
    List<String> fields = inner.stream().flatMap(column -> column.fields().stream()).toList();
    Cell<R> cell =
        (column, row, sink) -> {
          Optional<S> present = part.apply(row);
          if (present.isPresent()) {
            sink.group(column, present.get(), inner);
          } else {
            inner.forEach(sink::none);
          }
        };
    return new Column<>(
        ValueType.GROUP, cell, Optional.empty(), new FieldNames(name, fields, ""), Heading.NONE);
  }

  /** Rows that belong to the row. */
  public static <R> Column<R> rows(String name, Function<R, Part> table) {
    Objects.requireNonNull(table, "table");
    return of(ValueType.ROWS, name, (column, row, sink) -> sink.rows(column, table.apply(row)));
  }

  private Column<R> with(FieldNames changed) {
    return new Column<>(type, cell, presence, changed, heading);
  }

  private Column<R> with(Heading changed) {
    return new Column<>(type, cell, presence, names, changed);
  }

  /** The same column with the title that people see; it may be empty. */
  public Column<R> titled(String title) {
    Objects.requireNonNull(title, "title");
    return titled(List.of(title));
  }

  /** The same column with a title for each level of rows. */
  public Column<R> titled(List<String> levels) {
    Objects.requireNonNull(levels, "levels");
    return with(heading.titled(levels.stream().map(Line::of).toList()));
  }

  /** The same column with a title that the file chose. */
  public Column<R> titledName(String name) {
    Objects.requireNonNull(name, "name");
    return with(heading.titled(List.of(Line.EMPTY.name(name))));
  }

  /** The same column of a width in characters, where rows are too many to be measured. */
  public Column<R> wide(int width) {
    return with(heading.wide(width));
  }

  /** The same column, in which people see nothing as a dash: the eye finds what matters. */
  public Column<R> dashed() {
    return with(heading.dashed());
  }

  /** The same column with other names where it is a field, one for each level of rows. */
  public Column<R> fields(List<String> others) {
    Objects.requireNonNull(others, "others");
    return with(names.withFields(others));
  }

  /** The same column with a text that stands for no value where it is a field. */
  public Column<R> orElse(String none) {
    Objects.requireNonNull(none, "none");
    return with(names.withNone(none));
  }

  /** The same column with values in some rows only. */
  public Column<R> where(Predicate<R> present) {
    Objects.requireNonNull(present, "present");
    return new Column<>(type, cell, Optional.of(present), names, heading);
  }

  /** What its values are. */
  public ValueType type() {
    return type;
  }

  /** What programs call it where it is a member of an object; empty if it is for people only. */
  public String name() {
    return names.name();
  }

  /** What programs call it where it is a field; one for each level of rows, usually one. */
  public List<String> fields() {
    return names.fields();
  }

  /** What people see above it: the titles of its levels, names made safe. */
  public String title() {
    return heading.text();
  }

  /** What people see above it at a level, from 0. */
  public Line title(int level) {
    return heading.title(level);
  }

  /** Its width in characters; 0 if it is to be measured. */
  public int width() {
    return heading.width();
  }

  /** What stands for no value where it is a field. */
  public String none() {
    return names.none();
  }

  /** Whether it is written in a medium. */
  public boolean isFor(Medium medium) {
    Objects.requireNonNull(medium, "medium");
    return medium.isForPeople() ? heading.isShown() : !names.fields().isEmpty();
  }

  /** Those of some columns that are written in a medium. */
  static <R> List<Column<R>> in(Medium medium, List<Column<R>> some) {
    List<Column<R>> found = new ArrayList<>();
    for (Column<R> column : some) {
      if (column.isFor(medium)) {
        found.add(column);
      }
    }
    return List.copyOf(found);
  }

  /** Whether people see a dash instead of 0. */
  boolean isDashed() {
    return heading.isDashed();
  }

  /** Whether a row has a value. */
  public boolean isPresent(R row) {
    return presence.isEmpty() || presence.get().test(row);
  }

  /** Gives the value of a row to a sink. */
  public void put(R row, Sink sink) {
    if (isPresent(row)) {
      cell.put(this, row, sink);
    } else {
      sink.none(this);
    }
  }

  @Override
  public String toString() {
    return name() + ", " + type;
  }
}
