package dev.weighbridge.crates.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts code into the runs of its crates.
 *
 * <p>A crate lies before those it depends on. So paths of a crate appear in its own run or before
 * it, where its code was inlined, but never behind: the last function that mentions a crate is in
 * its run, if it has one. Which crates have one is found by dynamic programming: those runs are
 * taken in which most locations are of the run's crate and fewest are of others. Locations count,
 * not functions, because generic code comes in many copies that share theirs.
 */
final class LinkOrderCut {
  /** More crates than any program has; the work grows with their square. */
  private static final int MAX_CRATES = 2000;

  private static final double COST_OF_OTHER = 1.0;
  private static final double COST_OF_RUN = 0.3;

  private final Mentions mentions;
  private final Atoms atoms;
  private final int border;
  private final int[] crate;

  /** The candidates that may have a run, by where it would end. */
  private int[] order = {};

  private int[] end = {};

  /**
   * Prepares a cut.
   *
   * @param border the first function that it is made for
   */
  LinkOrderCut(Mentions mentions, Atoms atoms, int border) {
    this.mentions = mentions;
    this.atoms = atoms;
    this.border = border;
    crate = new int[mentions.functions()];
    Arrays.fill(crate, Candidates.NONE);
  }

  /**
   * The crate of each function, {@link Candidates#NONE} where nothing tells.
   *
   * @param main a function that is of the program, -1 if none is known
   */
  int[] find(Candidates candidates, int main) {
    if (candidates.count() > MAX_CRATES || border >= crate.length) {
      return crate;
    }
    int program = program(candidates);
    int reached = program < 0 ? border - 1 : end(program);
    if (main >= border) {
      program = program < 0 ? candidates.program() : program;
      reached = Math.max(reached, atoms.last(main));
    }
    if (program >= 0) {
      fill(Math.min(firstMention(), main < border ? reached : atoms.first(main)), reached, program);
    }
    orderBehind(reached, program);
    int lastOfProgram = reached;
    for (int index : choose(reached)) {
      // Where nothing tells of the program, it is before the last atom of the first crate.
      boolean isFirst = lastOfProgram < border;
      int first = isFirst ? end[index] : mentions.firstBehind(order[index], reached);
      fill(atoms.first(first), end[index], order[index]);
      reached = end[index];
      lastOfProgram = order[index] == Candidates.SHIPPED ? lastOfProgram : reached;
    }
    fillStandard(lastOfProgram);
    return crate;
  }

  /** What was built as the program: of all that was built with it, what ends first. */
  private int program(Candidates candidates) {
    int program = -1;
    for (int candidate = Candidates.FIRST; candidate < candidates.count(); candidate++) {
      if (candidates.isLocal(candidate)
          && isBehindBorder(candidate)
          && (program < 0 || mentions.last(candidate) < mentions.last(program))) {
        program = candidate;
      }
    }
    return program;
  }

  private boolean isBehindBorder(int candidate) {
    return mentions.isMentioned(candidate) && mentions.last(candidate) >= border;
  }

  /** Where Rust begins: what lies before may be anything. */
  private int firstMention() {
    int function = border;
    while (function < crate.length - 1 && !mentions.hasAny(function)) {
      function++;
    }
    return atoms.first(function);
  }

  private void fill(int first, int last, int candidate) {
    Arrays.fill(crate, first, last + 1, candidate);
  }

  private void orderBehind(int reached, int program) {
    List<Integer> found = new ArrayList<>();
    for (int candidate = Candidates.SHIPPED; candidate < mentions.candidates(); candidate++) {
      if (candidate != program && isBehindBorder(candidate) && end(candidate) > reached) {
        found.add(candidate);
      }
    }
    found.sort(Comparator.comparingInt(this::end));
    order = new int[found.size()];
    end = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = found.get(i);
      end[i] = end(order[i]);
    }
  }

  private int end(int candidate) {
    return atoms.last(mentions.last(candidate));
  }

  /** The candidates that have a run, as indexes into {@link #order}, ascending. */
  private int[] choose(int reached) {
    double[] best = new double[order.length];
    int[] before = new int[order.length];
    int last = -1;
    for (int i = 0; i < order.length; i++) {
      best[i] = gain(reached, i);
      before[i] = -1;
      for (int j = 0; j < i && end[j] < end[i]; j++) {
        double sum = best[j] + gain(end[j], i);
        if (sum > best[i]) {
          best[i] = sum;
          before[i] = j;
        }
      }
      last = best[i] > (last < 0 ? 0 : best[last]) ? i : last;
    }
    int count = 0;
    for (int i = last; i >= 0; i = before[i]) {
      count++;
    }
    int[] chosen = new int[count];
    for (int i = last; i >= 0; i = before[i]) {
      chosen[--count] = i;
    }
    return chosen;
  }

  private double gain(int from, int index) {
    double own = mentions.own(order[index], from, end[index]);
    double others = mentions.others(order[index], from, end[index]);
    return own == 0 ? Double.NEGATIVE_INFINITY : own - COST_OF_OTHER * others - COST_OF_RUN;
  }

  /**
   * Behind the last crate of the program is the standard library, from where it first mentions
   * itself; if nothing tells of the program, from where it mentions what only it uses.
   */
  private void fillStandard(int lastOfProgram) {
    int standard = mentions.firstBehind(Candidates.STANDARD, lastOfProgram);
    int first = mentions.firstBehind(Candidates.SHIPPED, lastOfProgram);
    if (lastOfProgram >= border && standard >= 0) {
      first = first < 0 ? standard : Math.min(first, standard);
    }
    int last = Math.max(lastOf(Candidates.STANDARD), lastOf(Candidates.SHIPPED));
    if (first >= 0) {
      fill(atoms.first(first), last, Candidates.STANDARD);
    }
  }

  private int lastOf(int candidate) {
    return isBehindBorder(candidate) ? atoms.last(mentions.last(candidate)) : -1;
  }
}
