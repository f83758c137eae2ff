package dev.weighbridge.fuzz;

import java.util.Locale;

/** How often a tool ended in which way; a row of a table in Markdown. */
final class Endings {
  private static final String HEAD =
      """
      | | files | answer | with complaints | refused | crashed | over 10 s |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: |
      """;

  private final String name;
  private final long[] counts = new long[Ending.values().length];

  Endings(String name) {
    this.name = name;
  }

  void add(Ending ending) {
    counts[ending.ordinal()]++;
  }

  long count(Ending ending) {
    return counts[ending.ordinal()];
  }

  long total() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** A table of several. */
  static String table(Iterable<Endings> rows) {
    StringBuilder table = new StringBuilder(HEAD);
    for (Endings row : rows) {
      table.append("| ").append(row.name).append(" | ").append(number(row.total()));
      for (long count : row.counts) {
        table.append(" | ").append(number(count));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
