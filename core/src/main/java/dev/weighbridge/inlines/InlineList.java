package dev.weighbridge.inlines;

import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Functions and what they cost inlined, as rows: those that pass a filter, and what is cut summed
 * in one more. Immutable.
 */
public final class InlineList {
  /**
   * Which functions to show.
   *
   * @param limit rows; what is cut is summed in one more, {@code [N others]}
   * @param filter keeps a function if the pattern is found in its label
   */
  public record Selection(RowLimit limit, Optional<Pattern> filter) {
    /** Twenty functions. */
    public static final Selection DEFAULT = new Selection(RowLimit.of(20), Optional.empty());

    /** Checks the values. */
    public Selection {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(filter, "filter");
    }

    /** So many rows, whatever they are. */
    public Selection(int limit, Optional<Pattern> filter) {
      this(RowLimit.of(limit), filter);
    }
  }

  private final Selection selection;
  private final List<InlinedFunction> all = new ArrayList<>();

  /** The functions that a selection leaves. */
  public InlineList(Inlines inlines, Selection selection) {
    Objects.requireNonNull(inlines, "inlines");
    Objects.requireNonNull(selection, "selection");
    this.selection = selection;
    for (InlinedFunction function : inlines.functions()) {
      if (selection.filter().isEmpty()
          || selection.filter().get().matcher(function.label()).find()) {
        all.add(function);
      }
    }
  }

  /** Which functions are shown. */
  public Selection selection() {
    return selection;
  }

  /** The functions to show, most inlined bytes first, and behind them one for those cut. */
  public List<InlinedFunction> rows() {
    return selection
        .limit()
        .cut(all, InlinedFunction::label, InlinedFunction::inlinedSize)
        .withSum(InlineList::sum);
  }

  /** All functions that pass the filter as one. */
  public InlinedFunction total() {
    return sum("total", all);
  }

  /** Functions as one; what they hold of each other counts for each. */
  private static InlinedFunction sum(String label, List<InlinedFunction> functions) {
    long inlined = 0;
    long outOfLine = 0;
    long inclusive = 0;
    int sites = 0;
    long largest = 0;
    for (InlinedFunction function : functions) {
      inlined += function.inlinedSize();
      outOfLine += function.outOfLineSize();
      inclusive += function.inclusiveSize();
      sites += function.siteCount();
      largest = Math.max(largest, function.largestSite());
    }
    return new InlinedFunction(label, inlined, outOfLine, inclusive, sites, largest);
  }

  @Override
  public String toString() {
    return all.size() + " functions";
  }
}
