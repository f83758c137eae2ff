package dev.weighbridge.report.answer;

import java.util.List;

/**
 * What people see of a column.
 *
 * @param isShown whether they see it
 * @param titles one for each level of rows
 * @param width characters; 0 if it is to be measured
 * @param isDashed whether they see a dash instead of 0
 */
record Heading(boolean isShown, List<Line> titles, int width, boolean isDashed) {
  static final Heading NONE = new Heading(false, List.of(), 0, false);

  Heading titled(List<Line> levels) {
    return new Heading(true, levels, width, isDashed);
  }

  Heading wide(int characters) {
    return new Heading(isShown, titles, characters, isDashed);
  }

  Heading dashed() {
    return new Heading(isShown, titles, width, true);
  }

  /** The titles of its levels, names made safe. */
  String text() {
    return String.join(" > ", titles.stream().map(Line::text).toList());
  }

  /** The title at a level, from 0. */
  Line title(int level) {
    return titles.get(Math.min(level, titles.size() - 1));
  }
}
