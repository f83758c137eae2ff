package dev.weighbridge.crates.order;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.Arrays;

/** Which functions refer to panic locations of which crates. */
final class Mentions {
  private static final int SEVERAL = Integer.MAX_VALUE;

  /** For each candidate the functions that mention it, ascending. */
  private final int[][] functions;

  /** For each candidate the locations that functions refer to: function above, location below. */
  private final long[][] sites;

  private final int[] programsBefore;
  private final int[] only;
  private final boolean[] hasAny;

  private Mentions(Builder builder) {
    int candidates = builder.functions.length;
    functions = new int[candidates][];
    sites = new long[candidates][];
    for (int candidate = 0; candidate < candidates; candidate++) {
      functions[candidate] = builder.functions[candidate].freeze();
      sites[candidate] = builder.sites[candidate].freeze();
      Arrays.sort(sites[candidate]);
    }
    int count = builder.functionCount;
    programsBefore = new int[count + 1];
    only = new int[count];
    hasAny = new boolean[count];
    Arrays.fill(only, Candidates.NONE);
    for (int candidate = 0; candidate < candidates; candidate++) {
      for (int function : functions[candidate]) {
        note(function, candidate);
      }
    }
    for (int function = 0; function < count; function++) {
      programsBefore[function + 1] += programsBefore[function];
    }
  }

  /** Several crates in one function are as good as none. */
  private void note(int function, int candidate) {
    hasAny[function] = true;
    if (candidate != Candidates.STANDARD) {
      programsBefore[function + 1] = 1;
    }
    if (candidate >= Candidates.FIRST) {
      only[function] = only[function] == Candidates.NONE ? candidate : SEVERAL;
    }
  }

  /** How many functions there are. */
  int functions() {
    return only.length;
  }

  /** How many candidates there are. */
  int candidates() {
    return functions.length;
  }

  /** Whether any function mentions a crate. */
  boolean isMentioned(int candidate) {
    return functions[candidate].length > 0;
  }

  /** The last function that mentions a crate that some do. */
  int last(int candidate) {
    return functions[candidate][functions[candidate].length - 1];
  }

  /** The first function behind another that mentions a crate; -1 if none does. */
  int firstBehind(int candidate, int function) {
    int index = indexBehind(candidate, function);
    return index < functions[candidate].length ? functions[candidate][index] : -1;
  }

  /** How many functions mention a crate, of those behind {@code from} up to {@code to}. */
  int count(int candidate, int from, int to) {
    return indexBehind(candidate, to) - indexBehind(candidate, from);
  }

  /** How many of them mention any crate but those of the standard library itself. */
  int countAll(int from, int to) {
    return programsBefore[to + 1] - programsBefore[from + 1];
  }

  private int indexBehind(int candidate, int function) {
    int index = Arrays.binarySearch(functions[candidate], function);
    return index < 0 ? -index - 1 : index + 1;
  }

  /** How many locations of a crate some functions refer to, each once; both ends included. */
  int countSites(int candidate, int first, int last) {
    int from = siteFrom(candidate, first);
    int to = siteFrom(candidate, last + 1);
    int[] found = new int[to - from];
    for (int i = 0; i < found.length; i++) {
      found[i] = (int) sites[candidate][from + i];
    }
    Arrays.sort(found);
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      count += i == 0 || found[i] != found[i - 1] ? 1 : 0;
    }
    return count;
  }

  private int siteFrom(int candidate, int function) {
    int index = Arrays.binarySearch(sites[candidate], (long) function << Integer.SIZE);
    return index < 0 ? -index - 1 : index;
  }

  /** The only crate of the program that a function mentions; {@link Candidates#NONE} if not one. */
  int only(int function) {
    return only[function] == SEVERAL ? Candidates.NONE : only[function];
  }

  /** Whether a function mentions any crate of the program. */
  boolean hasProgram(int function) {
    return only[function] != Candidates.NONE;
  }

  /** Whether a function mentions any crate, be it of the standard library. */
  boolean hasAny(int function) {
    return hasAny[function];
  }

  /** Mentions while code is read, function by function. */
  static final class Builder {
    private final int functionCount;
    private final IntColumn[] functions;
    private final LongColumn[] sites;

    Builder(int functionCount, int candidateCount) {
      this.functionCount = functionCount;
      functions = new IntColumn[candidateCount];
      sites = new LongColumn[candidateCount];
      for (int candidate = 0; candidate < candidateCount; candidate++) {
        functions[candidate] = new IntColumn(0);
        sites[candidate] = new LongColumn(0);
      }
    }

    /** Notes that a function, not before the last one, refers to a location of a crate. */
    void add(int function, int candidate, int site) {
      IntColumn known = functions[candidate];
      if (known.count() == 0 || known.get(known.count() - 1) != function) {
        known.add(function);
      }
      sites[candidate].add((long) function << Integer.SIZE | site);
    }

    Mentions build() {
      return new Mentions(this);
    }
  }
}
