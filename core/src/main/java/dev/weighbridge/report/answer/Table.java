package dev.weighbridge.report.answer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rows with columns, and levels of rows below rows. Immutable; rows are made when a writer asks.
 *
 * @param <R> a row; one object may stand for all rows, one after the other
 */
public final class Table<R> implements Part {
  private final String member;
  private final Iterable<R> rows;
  private final String what;
  private final Set<Medium> media;
  private final Map<Medium, Supplier<List<Column<R>>>> columns;
  private final boolean hasLevels;
  private final Levels<R> levels;
  private final Levels<R> shownLevels;
  private final Look<R> look;

  private Table(Builder<R> builder) {
    member = builder.member;
    rows = builder.rows;
    what = builder.what;
    media = builder.media;
    columns = new EnumMap<>(builder.columns);
    hasLevels = builder.hasLevels;
    levels = builder.levels;
    shownLevels = builder.shownLevels.orElse(levels);
    look =
        new Look<>(
            builder.heading,
            builder.ifEmpty,
            builder.hasTitles,
            new EnumMap<>(builder.totals),
            builder.tail,
            builder.note,
            builder.under,
            builder.summary,
            builder.headline);
  }

  /** What only people see. */
  private record Look<R>(
      Optional<Line> heading,
      Optional<Line> ifEmpty,
      boolean hasTitles,
      Map<Medium, List<R>> totals,
      Optional<Line> tail,
      Function<R, Optional<Line>> note,
      Function<R, List<Line>> under,
      Optional<String> summary,
      Function<R, Line> headline) {}

  /**
   * A table of rows, to be filled in.
   *
   * @param member the name of the list that programs read
   */
  public static <R> Builder<R> of(String member, Iterable<R> rows) {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(rows, "rows");
    return new Builder<>(member, rows);
  }

  /** The name of the list that programs read. */
  public String member() {
    return member;
  }

  /** The rows of the first level. */
  public Iterable<R> rows() {
    return rows;
  }

  /** What its rows are, in a word that tells records of several tables apart; empty if in none. */
  public String what() {
    return what;
  }

  @Override
  public Set<Medium> media() {
    return media;
  }

  /** The columns in a medium, in its order. */
  public List<Column<R>> columns(Medium medium) {
    Objects.requireNonNull(medium, "medium");
    Supplier<List<Column<R>>> some = columns.get(medium);
    return some == null ? List.of() : Column.in(medium, some.get());
  }

  /** Whether there may be rows below rows. */
  public boolean hasLevels() {
    return hasLevels;
  }

  /** The rows below rows in a medium. */
  public Levels<R> levels(Medium medium) {
    Objects.requireNonNull(medium, "medium");
    return medium.isForPeople() ? shownLevels : levels;
  }

  /** A line above its titles. */
  public Optional<Line> heading() {
    return look.heading;
  }

  /** What people see instead of a table without rows; an empty line if it is left out. */
  public Optional<Line> ifEmpty() {
    return look.ifEmpty;
  }

  /** Whether people see titles of its columns. */
  public boolean hasTitles() {
    return look.hasTitles;
  }

  /** What people see below it: rows that sum up the others; the first of them is the largest. */
  public List<R> totals(Medium medium) {
    Objects.requireNonNull(medium, "medium");
    return look.totals.getOrDefault(medium, List.of());
  }

  /** A line right below its rows. */
  public Optional<Line> tail() {
    return look.tail;
  }

  /** What people see below the name of a row. */
  public Optional<Line> note(R row) {
    Objects.requireNonNull(row, "row");
    return look.note.apply(row);
  }

  /** Lines that people see below a row. */
  public List<Line> under(R row) {
    Objects.requireNonNull(row, "row");
    return look.under.apply(row);
  }

  /** What a reader of a page sees of the levels below the first while they are folded. */
  public Optional<String> summary() {
    return look.summary;
  }

  /** What stands above the rows below a row where they are a table of their own. */
  public Line headline(R row) {
    Objects.requireNonNull(row, "row");
    return look.headline.apply(row);
  }

  @Override
  public String toString() {
    return member;
  }

  /** A table that is being filled in. */
  public static final class Builder<R> {
    private final String member;
    private final Iterable<R> rows;
    private String what = "";
    private Set<Medium> media = Medium.ALL;
    private final Map<Medium, Supplier<List<Column<R>>>> columns = new EnumMap<>(Medium.class);
    private boolean hasLevels;
    private Levels<R> levels = (row, level) -> List.of();
    private Optional<Levels<R>> shownLevels = Optional.empty();
    private Optional<Line> heading = Optional.empty();
    private Optional<Line> ifEmpty = Optional.empty();
    private boolean hasTitles = true;
    private final Map<Medium, List<R>> totals = new EnumMap<>(Medium.class);
    private Optional<Line> tail = Optional.empty();
    private Function<R, Optional<Line>> note = row -> Optional.empty();
    private Function<R, List<Line>> under = row -> List.of();
    private Optional<String> summary = Optional.empty();
    private Function<R, Line> headline = row -> Line.EMPTY;

    private Builder(String member, Iterable<R> rows) {
      this.member = Objects.requireNonNull(member, "member");
      this.rows = Objects.requireNonNull(rows, "rows");
    }

    /** Sets the columns: in each medium those that are for it, in this order. */
    public Builder<R> columns(List<Column<R>> all) {
      Objects.requireNonNull(all, "all");
      return columns(() -> all);
    }

    /** Sets columns that are not made before a writer asks for them. */
    public Builder<R> columns(Supplier<List<Column<R>>> all) {
      Objects.requireNonNull(all, "all");
      return people(all).programs(all);
    }

    /** Sets the columns that people see. */
    public Builder<R> people(List<Column<R>> some) {
      Objects.requireNonNull(some, "some");
      return people(() -> some);
    }

    /** Sets columns that people see, not made before a writer asks for them. */
    public Builder<R> people(Supplier<List<Column<R>>> some) {
      Objects.requireNonNull(some, "some");
      return columns(Medium.TEXT, some).columns(Medium.MARKUP, some);
    }

    /** Sets the columns that programs read. */
    public Builder<R> programs(List<Column<R>> some) {
      Objects.requireNonNull(some, "some");
      return programs(() -> some);
    }

    /** Sets columns that programs read, not made before a writer asks for them. */
    public Builder<R> programs(Supplier<List<Column<R>>> some) {
      Objects.requireNonNull(some, "some");
      return columns(Medium.RECORDS, some).columns(Medium.OBJECTS, some);
    }

    /** Sets the columns in a medium, where others belong there or in another order. */
    public Builder<R> columns(Medium medium, List<Column<R>> all) {
      Objects.requireNonNull(all, "all");
      return columns(medium, () -> all);
    }

    /** The same of columns that are not made before a writer asks for them. */
    public Builder<R> columns(Medium medium, Supplier<List<Column<R>>> all) {
      Objects.requireNonNull(medium, "medium");
      Objects.requireNonNull(all, "all");
      columns.put(medium, all);
      return this;
    }

    /** Says what its rows are, in a word for records. */
    public Builder<R> what(String word) {
      Objects.requireNonNull(word, "word");
      what = word;
      return this;
    }

    /** Writes it in some media only. */
    public Builder<R> in(Medium... some) {
      Objects.requireNonNull(some, "some");
      media = Set.of(some);
      return this;
    }

    /** Sets the rows below rows. */
    public Builder<R> levels(Levels<R> below) {
      Objects.requireNonNull(below, "below");
      levels = below;
      hasLevels = true;
      return this;
    }

    /** Sets the rows below rows that people see, if not all. */
    public Builder<R> shownLevels(Levels<R> below) {
      Objects.requireNonNull(below, "below");
      shownLevels = Optional.of(below);
      return this;
    }

    /** Sets a line above its titles. */
    public Builder<R> heading(Line line) {
      Objects.requireNonNull(line, "line");
      heading = Optional.of(line);
      return this;
    }

    /** Sets what people see instead of a table without rows; an empty line leaves it out. */
    public Builder<R> ifEmpty(Line line) {
      Objects.requireNonNull(line, "line");
      ifEmpty = Optional.of(line);
      return this;
    }

    /** Leaves the titles of its columns out. */
    public Builder<R> withoutTitles() {
      hasTitles = false;
      return this;
    }

    /** Sets a row that sums up the others; no figure of theirs may be wider than its own. */
    public Builder<R> total(R sum) {
      Objects.requireNonNull(sum, "sum");
      return totals(Medium.TEXT, List.of(sum)).totals(Medium.MARKUP, List.of(sum));
    }

    /** Sets rows that sum up the others in a medium, the widest first. */
    public Builder<R> totals(Medium medium, List<R> sums) {
      Objects.requireNonNull(medium, "medium");
      Objects.requireNonNull(sums, "sums");
      totals.put(medium, List.copyOf(sums));
      return this;
    }

    /** Sets a line right below its rows. */
    public Builder<R> tail(Line line) {
      Objects.requireNonNull(line, "line");
      tail = Optional.of(line);
      return this;
    }

    /** Sets what people see below the name of a row. */
    public Builder<R> note(Function<R, Optional<Line>> line) {
      Objects.requireNonNull(line, "line");
      note = line;
      return this;
    }

    /** Sets lines that people see below a row. */
    public Builder<R> under(Function<R, List<Line>> lines) {
      Objects.requireNonNull(lines, "lines");
      under = lines;
      return this;
    }

    /** Sets what a reader of a page sees of lower levels while they are folded. */
    public Builder<R> summary(String sentence) {
      Objects.requireNonNull(sentence, "sentence");
      summary = Optional.of(sentence);
      return this;
    }

    /** Sets what stands above the rows below a row where they are a table of their own. */
    public Builder<R> headline(Function<R, Line> line) {
      Objects.requireNonNull(line, "line");
      headline = line;
      return this;
    }

    /** The table. */
    public Table<R> build() {
      return new Table<>(this);
    }
  }
}
