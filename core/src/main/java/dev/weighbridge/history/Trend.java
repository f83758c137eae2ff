package dev.weighbridge.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * One figure of the builds of one program. Builds of which it is not known are left out.
 *
 * @param file the program
 * @param target what it runs on
 * @param figure what is told of each build
 * @param points the builds, the oldest first
 */
public record Trend(String file, String target, HistoryFigure figure, List<Point> points) {
  /**
   * What a build has of the figure.
   *
   * @param build the build
   * @param bytes the figure
   * @param before that of the build before it; empty of the first
   */
  public record Point(HistoryEntry build, long bytes, OptionalLong before) {
    /** Refuses null. */
    public Point {
      Objects.requireNonNull(build, "build");
      Objects.requireNonNull(before, "before");
    }

    /** How much more it has than the build before it; 0 of the first. */
    public long change() {
      return bytes - before.orElse(bytes);
    }
  }

  /** Checks that nothing is missing and copies the list. */
  public Trend {
    Objects.requireNonNull(points, "points");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(figure, "figure");
    points = List.copyOf(points);
  }

  /**
   * The figure of the last builds of a series.
   *
   * @param count how many of them; 0 for all
   */
  public static Trend of(
      History history, String file, String target, HistoryFigure figure, int count) {
    Objects.requireNonNull(history, "history");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(figure, "figure");
    List<Point> points = new ArrayList<>();
    OptionalLong before = OptionalLong.empty();
    for (HistoryEntry build : history.series(file, target).builds()) {
      OptionalLong bytes = build.figure(figure);
      if (bytes.isPresent()) {
        points.add(new Point(build, bytes.getAsLong(), before));
        before = bytes;
      }
    }
    int first = count == 0 ? 0 : Math.max(0, points.size() - count);
    return new Trend(file, target, figure, points.subList(first, points.size()));
  }

  /** How much more the last build has than the first. */
  public long change() {
    return points.isEmpty() ? 0 : points.get(points.size() - 1).bytes() - points.get(0).bytes();
  }
}
