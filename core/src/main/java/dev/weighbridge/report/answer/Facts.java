package dev.weighbridge.report.answer;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One row whose columns are told one by one: members of an object for programs, a line each for
 * people.
 *
 * @param <R> what the facts are about
 */
public final class Facts<R> implements Part {
  private final String member;
  private final R row;
  private final Set<Medium> media;
  private final Supplier<List<Column<R>>> columns;

  private Facts(String member, R row, Set<Medium> media, Supplier<List<Column<R>>> columns) {
    this.member = member;
    this.row = row;
    this.media = media;
    this.columns = columns;
  }

  /** Facts for programs: members of the object they stand in. */
  public static <R> Facts<R> of(R row, List<Column<R>> columns) {
    return of("", row, columns);
  }

  /** The same with columns that are not made before a writer asks for them. */
  public static <R> Facts<R> of(R row, Supplier<List<Column<R>>> columns) {
    return of("", row, columns);
  }

  /** Facts for programs: members of an object that is a member of the one they stand in. */
  public static <R> Facts<R> of(String member, R row, List<Column<R>> columns) {
    Objects.requireNonNull(columns, "columns");
    return of(member, row, () -> columns);
  }

  /** The same with columns that are not made before a writer asks for them. */
  public static <R> Facts<R> of(String member, R row, Supplier<List<Column<R>>> columns) {
    Objects.requireNonNull(member, "member");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(columns, "columns");
    return new Facts<>(member, row, Set.of(Medium.OBJECTS), columns);
  }

  /** Facts for people, too, in columns that have a title. */
  public static <R> Facts<R> shown(R row, List<Column<R>> columns) {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(columns, "columns");
    return new Facts<>("", row, Set.of(Medium.OBJECTS, Medium.TEXT, Medium.MARKUP), () -> columns);
  }

  /** The name of the member that has them; empty if they stand in the object around. */
  public String member() {
    return member;
  }

  /** What they are about. */
  public R row() {
    return row;
  }

  @Override
  public Set<Medium> media() {
    return media;
  }

  /** The columns for a medium. */
  public List<Column<R>> columns(Medium medium) {
    Objects.requireNonNull(medium, "medium");
    return Column.in(medium, columns.get());
  }

  @Override
  public String toString() {
    return member;
  }
}
