package dev.weighbridge.report.size;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeTree;
import java.util.List;

/**
 * By which levels a page opens. Where a report is grouped as usual, and what stands beside each
 * other on the last level would be too many to be told apart, modules come between.
 */
final class PageLevels {
  /** With more symbols, few of them are more than a dot on the map. */
  private static final int FEW_SYMBOLS = 1_500;

  /** With more symbols, the modules of one crate are too many, too. */
  private static final int MANY_SYMBOLS = 20_000;

  /** With less there is nothing between. */
  private static final int FEWEST_MODULES = 8;

  /** Crate and first module: {@code rustc_middle::ty}. */
  private static final int FIRST_MODULES = 2;

  private PageLevels() {}

  /** The levels of the page of a tree. */
  static List<Dimension> of(BinaryFile file, SizeTree tree) {
    List<Dimension> asked = tree.dimensions();
    Query query = tree.query();
    if (!asked.equals(Dimensions.usual(file)) || count(Dimensions.SYMBOL, query) <= FEW_SYMBOLS) {
      return asked;
    }
    int modules = count(Dimensions.MODULE, query);
    if (modules < FEWEST_MODULES) {
      return asked;
    }
    boolean areMany = count(Dimensions.SYMBOL, query) > MANY_SYMBOLS;
    return areMany && asked.get(0).equals(Dimensions.CRATE)
        ? List.of(
            asked.get(0), Dimensions.module(FIRST_MODULES), Dimensions.MODULE, Dimensions.SYMBOL)
        : List.of(asked.get(0), Dimensions.MODULE, Dimensions.SYMBOL);
  }

  private static int count(Dimension dimension, Query query) {
    return dimension.labels(query).count();
  }
}
