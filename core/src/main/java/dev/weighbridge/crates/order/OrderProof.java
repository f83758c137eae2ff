package dev.weighbridge.crates.order;

/**
 * Whether crates lie in the order in which linkers take them. If they do not, as after link-time
 * optimisation or where equal functions are one, calls tie nearly all code together: of twelve
 * programs in their order the largest atom had 18 to 42 % of the code, of nine others 82 to 100 %.
 */
final class OrderProof {
  /** Share of the code that no atom exceeds where crates lie in their order. */
  private static final double LARGEST_ATOM = 0.6;

  /** Share of the code that lies in atoms with a panic location at least: else most is not Rust. */
  private static final double LEAST_RUST = 0.2;

  private long total;
  private long rust;
  private long largest;

  /**
   * Looks at the atoms behind a border.
   *
   * @param border the first function
   */
  OrderProof(CodeRuns runs, Atoms atoms, Mentions mentions, int border) {
    for (int function = border; function < runs.count(); ) {
      int last = atoms.last(function);
      long bytes = 0;
      boolean isRust = false;
      boolean isOfProgram = false;
      for (int i = function; i <= last; i++) {
        bytes += runs.size(i);
        isRust |= mentions.hasAny(i);
        isOfProgram |= mentions.hasProgram(i);
      }
      total += bytes;
      rust += isRust ? bytes : 0;
      // The standard library by itself may be most of a small program.
      largest = isOfProgram ? Math.max(largest, bytes) : largest;
      function = last + 1;
    }
  }

  /** Whether enough of the code is Rust. */
  boolean isRust() {
    return total > 0 && rust >= LEAST_RUST * total;
  }

  /** Whether atoms are of one crate each. */
  boolean areAtoms() {
    return largest <= LARGEST_ATOM * total;
  }
}
