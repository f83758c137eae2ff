package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.problems.Diagnostics;

/** One defect that may occur in every record of a table: counted, and reported once at the end. */
final class Complaint {
  private final String expected;
  private long first;
  private long count;

  Complaint(String expected) {
    this.expected = expected;
  }

  /** One more record has it. */
  void add(long position) {
    if (count++ == 0) {
      first = position;
    }
  }

  /** Reports it, if any record had it. */
  void raise(UnwindSection section, Diagnostics diagnostics) {
    if (count > 0) {
      diagnostics.warn(section.name(), first, expected, count + " others, the first one here");
    }
  }
}
