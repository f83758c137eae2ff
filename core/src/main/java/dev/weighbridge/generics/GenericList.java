package dev.weighbridge.generics;

import dev.weighbridge.formats.work.Work;
import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The generic items of a file, as rows: those that pass a filter, in order, and what is cut summed
 * in one more. Immutable.
 */
public final class GenericList {
  /**
   * Which items to show, and in what order.
   *
   * @param limit rows; what is cut is summed in one more, {@code [N others]}
   * @param filter keeps an item if the pattern is found in its label
   * @param order how rows are sorted
   * @param causes type arguments and crates to show of each item; 0 shows none
   */
  public record Selection(RowLimit limit, Optional<Pattern> filter, ItemOrder order, int causes) {
    /** Twenty items, most code first, without causes. */
    public static final Selection DEFAULT =
        new Selection(RowLimit.of(20), Optional.empty(), ItemOrder.CODE_SIZE, 0);

    /** Checks the values. */
    public Selection {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(filter, "filter");
      Objects.requireNonNull(order, "order");
      if (causes < 0) {
        throw new IllegalArgumentException("causes: expected 0 or more, found " + causes);
      }
    }

    /** So many rows, whatever they are. */
    public Selection(int limit, Optional<Pattern> filter, ItemOrder order, int causes) {
      this(RowLimit.of(limit), filter, order, causes);
    }
  }

  /** How items are sorted; those alike in it by their code. */
  public enum ItemOrder {
    /** Most code first. */
    CODE_SIZE,
    /** Most copies first. */
    COPIES,
    /** Largest likely saving first. */
    SAVING,
    /** By label, in the order of its characters. */
    LABEL;

    Comparator<Generic> comparator() {
      return switch (this) {
        case CODE_SIZE -> Comparator.comparing(Generic::codeSize).reversed();
        case COPIES -> Comparator.comparing(Generic::copyCount).reversed();
        case SAVING -> Comparator.comparing(Generic::likelySaving).reversed();
        case LABEL -> Comparator.comparing(Generic::label);
      };
    }
  }

  private final Generics generics;
  private final Selection selection;
  private final List<Generic> all;

  /** The generic items that a selection leaves. */
  public GenericList(Generics generics, Selection selection) {
    Objects.requireNonNull(generics, "generics");
    Objects.requireNonNull(selection, "selection");
    this.generics = generics;
    this.selection = selection;
    all = new ArrayList<>(generics.count());
    for (int row = 0; row < generics.count(); row++) {
      Work.checkAt(row);
      if (selection.filter().isEmpty()
          || selection.filter().get().matcher(generics.label(row)).find()) {
        all.add(generics.row(row));
      }
    }
    all.sort(selection.order().comparator());
  }

  /** The items, whether or not they are shown. */
  public Generics generics() {
    return generics;
  }

  /** Which items are shown. */
  public Selection selection() {
    return selection;
  }

  /** The items to show, in order, and behind them one for those that are cut. */
  public List<Generic> rows() {
    return selection.limit().cut(all, Generic::label, Generic::codeSize).withSum(GenericList::sum);
  }

  /** All items that pass the filter as one. */
  public Generic total() {
    return sum("total", all);
  }

  /** Items as one, whose index is -1. */
  private static Generic sum(String label, List<Generic> items) {
    int copies = 0;
    long codeSize = 0;
    long fileSize = 0;
    long largest = 0;
    int distinct = 0;
    int distinctMasked = 0;
    long[] savings = new long[4];
    for (Generic item : items) {
      copies += item.copyCount();
      codeSize += item.codeSize();
      fileSize += item.fileSize();
      largest = Math.max(largest, item.largest());
      distinct += item.distinct();
      distinctMasked += item.distinctMasked();
      savings[0] += item.identicalSaving();
      savings[1] += item.maskedSaving();
      savings[2] += item.likelySaving();
      savings[3] += item.savingBound();
    }
    long mean = copies == 0 ? 0 : codeSize / copies;
    return new Generic(
        -1,
        label,
        copies,
        codeSize,
        fileSize,
        largest,
        mean,
        distinct,
        distinctMasked,
        savings[0],
        savings[1],
        savings[2],
        savings[3]);
  }

  @Override
  public String toString() {
    return all.size() + " generic items";
  }
}
