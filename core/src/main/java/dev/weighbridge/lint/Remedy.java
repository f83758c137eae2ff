package dev.weighbridge.lint;

import java.util.List;
import java.util.Objects;

/**
 * What can be done about a finding, written for the tools that made the file.
 *
 * @param fix the lines to add or to run
 * @param since the least version that understands them
 * @param tradeOff what is lost
 * @param help where to read more; empty if nowhere
 */
public record Remedy(List<String> fix, String since, String tradeOff, String help) {
  /** Checks that nothing is missing. */
  public Remedy {
    Objects.requireNonNull(fix, "fix");
    fix = List.copyOf(fix);
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(tradeOff, "tradeOff");
    Objects.requireNonNull(help, "help");
  }

  /** The same remedy with other lines. */
  public Remedy withFix(List<String> lines) {
    Objects.requireNonNull(lines, "lines");
    return new Remedy(lines, since, tradeOff, help);
  }
}
