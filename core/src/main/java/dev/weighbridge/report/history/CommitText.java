package dev.weighbridge.report.history;

import dev.weighbridge.history.HistoryEntry;

/** What a build was made from and when, short enough for a column. */
final class CommitText {
  /** As many digits as tell commits of large repositories apart. */
  private static final int DIGITS = 12;

  private static final int DAY = "2027-01-31".length();

  private CommitText() {}

  /** The first digits of its commit. */
  static String of(HistoryEntry build) {
    String commit = build.commit();
    return commit.length() <= DIGITS
        ? commit
        : commit.substring(0, commit.offsetByCodePoints(0, DIGITS));
  }

  /** Its day in UTC. */
  static String day(HistoryEntry build) {
    String time = build.time().toString();
    // Years of five digits and more begin with a sign.
    return time.startsWith("+") || time.startsWith("-") ? time : time.substring(0, DAY);
  }
}
