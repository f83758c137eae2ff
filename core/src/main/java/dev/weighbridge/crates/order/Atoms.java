package dev.weighbridge.crates.order;

/**
 * Runs of functions that are surely of one crate.
 *
 * <p>Linkers take a crate before those it depends on, so a direct call to a lower address stays
 * inside one crate, and whatever lies between is of the same: of 25,922 such calls in twelve
 * programs none led to another crate.
 */
final class Atoms {
  private final int[] first;
  private final int[] last;

  private Atoms(int functions) {
    first = new int[functions];
    last = new int[functions];
  }

  /** Each function by itself. */
  static Atoms single(int functions) {
    Atoms atoms = new Atoms(functions);
    for (int function = 0; function < functions; function++) {
      atoms.first[function] = function;
      atoms.last[function] = function;
    }
    return atoms;
  }

  /**
   * The runs that calls make.
   *
   * @param border the first function that they count for, see {@link EntryPoint}
   * @param lastCaller for each function the last one behind it that calls it, -1 if none does
   */
  static Atoms of(int[] lastCaller, int border) {
    Atoms atoms = single(lastCaller.length);
    int start = border;
    int end = border;
    for (int function = border; function < lastCaller.length; function++) {
      if (function > end) {
        atoms.close(start, end);
        start = function;
        end = function;
      }
      end = Math.max(end, lastCaller[function]);
    }
    if (start < lastCaller.length) {
      atoms.close(start, end);
    }
    return atoms;
  }

  private void close(int start, int end) {
    for (int function = start; function <= end; function++) {
      first[function] = start;
      last[function] = end;
    }
  }

  /** The first function of the run that a function is in. */
  int first(int function) {
    return first[function];
  }

  /** The last function of that run. */
  int last(int function) {
    return last[function];
  }
}
