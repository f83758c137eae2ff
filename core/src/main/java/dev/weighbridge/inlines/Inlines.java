package dev.weighbridge.inlines;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.debug.FunctionTexts;
import dev.weighbridge.debug.ShownPaths;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * The functions that debug information tells of, with what each costs in all the places that it was
 * inlined at. Functions of one name are one, or all copies of a generic one. Immutable.
 */
public final class Inlines {
  private static final Comparator<InlinedFunction> LARGEST =
      Comparator.comparingLong(InlinedFunction::inlinedSize)
          .thenComparingLong(InlinedFunction::outOfLineSize)
          .thenComparingInt(InlinedFunction::siteCount)
          .reversed()
          .thenComparing(InlinedFunction::label);

  private static final Comparator<CallSite> LARGEST_SITE =
      Comparator.comparingLong(CallSite::size).reversed().thenComparingLong(CallSite::address);

  private final List<InlineTable> tables = new ArrayList<>();
  private final List<int[]> rows = new ArrayList<>();
  private final List<long[]> ownSizes = new ArrayList<>();
  private final List<Sums> sums = new ArrayList<>();
  private final List<InlinedFunction> functions = new ArrayList<>();

  /** What is summed of functions of one name. */
  private static final class Sums {
    final String label;
    long inlined;
    long outOfLine;
    long inclusive;
    int sites;
    long largest;

    Sums(String label) {
      this.label = label;
    }

    InlinedFunction function() {
      return new InlinedFunction(label, inlined, outOfLine, inclusive, sites, largest);
    }
  }

  private record Key(boolean isFolded) implements DerivedKey<Inlines> {
    @Override
    public String name() {
      return "inlined functions";
    }

    @Override
    public Inlines derive(Attribution attribution, Work work) {
      return new Inlines(attribution, isFolded, work);
    }
  }

  private Inlines(Attribution attribution, boolean isFolded, Work work) {
    DebugPlaces places = new DebugPlaces(attribution);
    Map<String, Integer> rowOfLabel = new HashMap<>();
    FoldedNames folded = new FoldedNames();
    if (isFolded) {
      for (int image = 0; image < places.imageCount(); image++) {
        folded.add(places.debug(image).inlines().functions());
      }
    }
    for (int image = 0; image < places.imageCount(); image++) {
      if (places.debug(image).isPresent()) {
        InlineTable table = places.debug(image).inlines();
        FunctionNames names = table.functions();
        add(
            table,
            function -> isFolded ? folded.of(names, function) : FunctionTexts.of(names, function),
            rowOfLabel);
      }
      work.checkCancelled();
    }
    for (Sums sum : sums) {
      if (sum.sites > 0 || sum.outOfLine > 0) {
        functions.add(sum.function());
      }
    }
    functions.sort(LARGEST);
  }

  /**
   * The functions of a file.
   *
   * @throws UnsupportedBinaryException if it has no debug information
   */
  public static Inlines of(Attribution attribution) {
    return of(attribution, false);
  }

  /**
   * The functions of a file, all copies of a generic one as one: {@code
   * <alloc::vec::Vec<_>>::push}.
   *
   * @throws UnsupportedBinaryException if it has no debug information
   */
  public static Inlines folded(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return of(attribution, true);
  }

  private static Inlines of(Attribution attribution, boolean isFolded) {
    Objects.requireNonNull(attribution, "attribution");
    if (!DebugPlaces.arePresent(attribution)) {
      throw new UnsupportedBinaryException("file", -1, "debug information", "none");
    }
    return attribution.uncut().get(new Key(isFolded));
  }

  private void add(InlineTable table, IntFunction<String> labels, Map<String, Integer> rowOfLabel) {
    int[] ofFunction = new int[table.functions().count()];
    for (int function = 0; function < ofFunction.length; function++) {
      String label = labels.apply(function);
      Integer row = rowOfLabel.putIfAbsent(label, sums.size());
      if (row == null) {
        sums.add(new Sums(label));
      }
      ofFunction[function] = row == null ? sums.size() - 1 : row;
    }
    long[] own = new long[table.count()];
    for (int range = 0; range < table.code().count(); range++) {
      own[table.code().row(range)] += table.code().end(range) - table.code().start(range);
    }
    for (int scope = 0; scope < own.length; scope++) {
      add(table, scope, own[scope], ofFunction);
    }
    tables.add(table);
    rows.add(ofFunction);
    ownSizes.add(own);
  }

  private void add(InlineTable table, int scope, long own, int[] ofFunction) {
    Sums sum = sums.get(ofFunction[table.function(scope)]);
    if (!table.isInlined(scope)) {
      sum.outOfLine += own;
      return;
    }
    long inclusive = table.inclusiveSize(scope);
    sum.inlined += own;
    sum.inclusive += isInItself(table, scope, ofFunction) ? 0 : inclusive;
    sum.sites++;
    sum.largest = Math.max(sum.largest, inclusive);
  }

  /** Whether a recursive function was inlined into itself, so that its bytes counted already. */
  private static boolean isInItself(InlineTable table, int scope, int[] ofFunction) {
    int row = ofFunction[table.function(scope)];
    for (int at = table.parent(scope); at >= 0; at = table.parent(at)) {
      if (table.isInlined(at) && ofFunction[table.function(at)] == row) {
        return true;
      }
    }
    return false;
  }

  /** The functions that have code, most inlined bytes first. */
  public List<InlinedFunction> functions() {
    return List.copyOf(functions);
  }

  /** The names of functions that are this one, or else hold it; none if there are none. */
  public List<String> named(String name) {
    Objects.requireNonNull(name, "name");
    List<String> holding = new ArrayList<>();
    for (InlinedFunction function : functions) {
      if (function.label().equals(name)) {
        return List.of(name);
      }
      if (function.label().contains(name)) {
        holding.add(function.label());
      }
    }
    return holding;
  }

  /** The places that a function was inlined at, largest first. */
  public List<CallSite> callSites(String label) {
    Objects.requireNonNull(label, "label");
    List<CallSite> sites = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      InlineTable table = tables.get(i);
      for (int scope = 0; scope < table.count(); scope++) {
        boolean isSite = table.isInlined(scope) && label(i, table.function(scope)).equals(label);
        if (isSite) {
          sites.add(site(i, scope));
        }
      }
    }
    sites.sort(LARGEST_SITE);
    return sites;
  }

  private String label(int table, int function) {
    return sums.get(rows.get(table)[function]).label;
  }

  private CallSite site(int index, int scope) {
    InlineTable table = tables.get(index);
    int parent = table.parent(scope);
    int first = table.firstRange(scope);
    boolean hasRange = first < table.firstRange(scope + 1);
    return new CallSite(
        label(index, table.function(scope)),
        parent < 0 ? "" : label(index, table.function(parent)),
        place(table, scope),
        hasRange ? table.rangeStart(first) : -1,
        table.inclusiveSize(scope),
        ownSizes.get(index)[scope]);
  }

  private static String place(InlineTable table, int scope) {
    int file = table.callFile(scope);
    if (file < 0) {
      return "";
    }
    SourceTable sources = table.sources();
    return ShownPaths.shortened(sources.path(file), sources.base(file))
        + ":"
        + table.callLine(scope);
  }

  @Override
  public String toString() {
    return functions.size() + " functions";
  }
}
