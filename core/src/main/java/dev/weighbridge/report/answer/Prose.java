package dev.weighbridge.report.answer;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Sentences for people.
 *
 * @param media what they are written in
 * @param lines one after the other
 */
public record Prose(Set<Medium> media, List<Line> lines) implements Part {
  /** Copies the sets. */
  public Prose {
    Objects.requireNonNull(media, "media");
    Objects.requireNonNull(lines, "lines");
    media = Set.copyOf(media);
    lines = List.copyOf(lines);
  }

  /** Lines for all people. */
  public static Prose of(List<Line> lines) {
    Objects.requireNonNull(lines, "lines");
    return new Prose(Medium.PEOPLE, lines);
  }

  /** A line for all people. */
  public static Prose of(Line line) {
    Objects.requireNonNull(line, "line");
    return of(List.of(line));
  }

  /** Lines for one medium. */
  public static Prose of(Medium medium, List<Line> lines) {
    Objects.requireNonNull(medium, "medium");
    Objects.requireNonNull(lines, "lines");
    return new Prose(Set.of(medium), lines);
  }
}
