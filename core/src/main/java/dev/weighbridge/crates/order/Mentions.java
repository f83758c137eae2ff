package dev.weighbridge.crates.order;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import java.util.Arrays;

/** Which functions refer to panic locations of which crates. */
final class Mentions {
  private static final int SEVERAL = Integer.MAX_VALUE;

  /** For each candidate the functions that mention it, ascending. */
  private final int[][] functions;

  /** For each candidate the locations that functions refer to: function above, location below. */
  private final long[][] sites;

  /** For each candidate the weight of its locations in the functions before one of its own. */
  private final double[][] ownBefore;

  /** For each candidate the weight of all locations in those functions. */
  private final double[][] allBefore;

  /** The weight of all locations in the functions before each, but for those of std itself. */
  private final double[] weightBefore;

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
    only = new int[count];
    hasAny = new boolean[count];
    Arrays.fill(only, Candidates.NONE);
    for (int candidate = 0; candidate < candidates; candidate++) {
      for (int function : functions[candidate]) {
        note(function, candidate);
      }
    }
    double[] weight = new double[count];
    ownBefore = new double[candidates][];
    for (int candidate = 0; candidate < candidates; candidate++) {
      ownBefore[candidate] = weigh(candidate, weight);
    }
    weightBefore = new double[count + 1];
    for (int function = 0; function < count; function++) {
      weightBefore[function + 1] = weightBefore[function] + weight[function];
    }
    allBefore = new double[candidates][];
    for (int candidate = 0; candidate < candidates; candidate++) {
      int[] own = functions[candidate];
      allBefore[candidate] = new double[own.length + 1];
      for (int i = 0; i < own.length; i++) {
        allBefore[candidate][i + 1] = allBefore[candidate][i] + weight[own[i]];
      }
    }
  }

  /** Shares the weight of each location of a candidate out among the functions that have it. */
  private double[] weigh(int candidate, double[] weight) {
    long[] pairs = sites[candidate];
    LongIntMap uses = new LongIntMap();
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        int site = (int) pairs[i];
        uses.set(site, Math.max(0, uses.get(site)) + 1);
      }
    }
    double[] before = new double[functions[candidate].length + 1];
    int next = 0;
    for (int i = 0; i < functions[candidate].length; i++) {
      int function = functions[candidate][i];
      double own = 0;
      for (; next < pairs.length && pairs[next] >>> Integer.SIZE == function; next++) {
        boolean isNew = next == 0 || pairs[next] != pairs[next - 1];
        own += isNew ? 1.0 / uses.get(pairs[next] & 0xFFFF_FFFFL) : 0;
      }
      before[i + 1] = before[i] + own;
      weight[function] += candidate == Candidates.STANDARD ? 0 : own;
    }
    return before;
  }

  /** Several crates in one function are as good as none. */
  private void note(int function, int candidate) {
    hasAny[function] = true;
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

  /** The weight of a crate's locations in the functions behind {@code from} up to {@code to}. */
  double own(int candidate, int from, int to) {
    double[] before = ownBefore[candidate];
    return before[indexBehind(candidate, to)] - before[indexBehind(candidate, from)];
  }

  /** That of all locations, but for those of std itself, in functions that have none of a crate. */
  double others(int candidate, int from, int to) {
    double[] before = allBefore[candidate];
    double within = before[indexBehind(candidate, to)] - before[indexBehind(candidate, from)];
    return weightBefore[to + 1] - weightBefore[from + 1] - within;
  }

  private int indexBehind(int candidate, int function) {
    int index = Arrays.binarySearch(functions[candidate], function);
    return index < 0 ? -index - 1 : index + 1;
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
