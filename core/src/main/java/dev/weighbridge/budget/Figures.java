package dev.weighbridge.budget;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The figures of something that is weighed: what limits are about. */
interface Figures {
  /**
   * A figure of the whole, or of one row; empty if there is no such row.
   *
   * @throws dev.weighbridge.config.ConfigException if it can have no such figure
   */
  OptionalLong figure(LimitSubject subject);

  /** Why the subject may be there though no row has it; empty if that means that it is not. */
  Optional<String> doubt(LimitSubject subject);

  /** Whether it rests on regions of memory that nobody told, so that gaps may lie in them. */
  default boolean isInferred(LimitSubject subject) {
    return false;
  }

  /** The rows of a subject's dimension by label, largest first; equal labels are added up. */
  Map<String, Long> rows(LimitSubject subject);

  /**
   * The figure of a subject among the rows of its dimension: of one row, or of all rows that its
   * pattern means; empty if there are none.
   */
  static OptionalLong among(Map<String, Long> byLabel, LimitSubject subject) {
    if (!subject.isPattern()) {
      // People write kind code; the row is called [code].
      Long bytes = byLabel.getOrDefault(subject.label(), byLabel.get("[" + subject.label() + "]"));
      return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes);
    }
    LabelMatch match = new LabelMatch(subject.label());
    OptionalLong sum = OptionalLong.empty();
    for (Map.Entry<String, Long> row : byLabel.entrySet()) {
      if (match.isMet(row.getKey())) {
        sum = OptionalLong.of(sum.orElse(0) + row.getValue());
      }
    }
    return sum;
  }
}
