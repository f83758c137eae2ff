package dev.weighbridge.duplicates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in a file more than once, as rows: those of each kind that pass a filter, in order,
 * and what is cut summed in one more. Immutable.
 */
public final class DuplicateList {
  /**
   * Which rows to show, and in what order.
   *
   * @param limit rows of each {@link What}; what is cut is summed in one more
   * @param filter keeps a row if the pattern is found in its label or one of its names
   * @param order how rows are sorted
   */
  public record Selection(RowLimit limit, Optional<Pattern> filter, RowOrder order) {
    /** Twenty rows of each, what costs most first. */
    public static final Selection DEFAULT =
        new Selection(RowLimit.of(20), Optional.empty(), RowOrder.SAVING);

    /** Checks the values. */
    public Selection {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(filter, "filter");
      Objects.requireNonNull(order, "order");
    }

    /** So many rows, whatever they are. */
    public Selection(int limit, Optional<Pattern> filter, RowOrder order) {
      this(RowLimit.of(limit), filter, order);
    }
  }

  /** How rows are sorted; those alike in it by what they cost. */
  public enum RowOrder {
    /** What costs most first. */
    SAVING,
    /** Most copies first. */
    COPIES,
    /** By label, in the order of its characters. */
    LABEL;

    Comparator<DuplicateRow> comparator() {
      return switch (this) {
        case SAVING -> Comparator.comparing(DuplicateRow::saving).reversed();
        case COPIES -> Comparator.comparing(DuplicateRow::copyCount).reversed();
        case LABEL -> Comparator.comparing(DuplicateRow::label);
      };
    }
  }

  private final Attribution attribution;
  private final Selection selection;
  private final Duplicates duplicates;
  private final Map<What, List<DuplicateRow>> rows = new EnumMap<>(What.class);

  /**
   * The duplicates of a file that a selection leaves.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public DuplicateList(Attribution attribution, Selection selection) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(selection, "selection");
    this.attribution = attribution;
    this.selection = selection;
    duplicates = Duplicates.of(attribution);
    for (What what : What.values()) {
      List<DuplicateRow> all =
          switch (what) {
            case CRATE -> crates();
            case IDENTICAL_FUNCTION -> bodies(what, duplicates.identicalFunctions());
            case EQUAL_FUNCTION -> bodies(what, duplicates.maskedFunctions());
            case IDENTICAL_DATA -> bodies(what, duplicates.identicalData());
          };
      all.sort(selection.order().comparator());
      rows.put(what, all);
    }
  }

  /** The file. */
  public BinaryFile file() {
    return attribution.file();
  }

  /** Which rows are shown. */
  public Selection selection() {
    return selection;
  }

  /** Whether functions are compared without PC-relative operands. */
  public boolean isMaskingSupported() {
    return duplicates.isMaskingSupported();
  }

  /** The rows of a kind to show, in order, and behind them one for those that are cut. */
  public List<DuplicateRow> rows(What what) {
    Objects.requireNonNull(what, "what");
    return selection
        .limit()
        .cut(all(what), DuplicateRow::label, DuplicateRow::fileSize)
        .withSum((label, others) -> sum(what, label, others));
  }

  /** All rows of a kind that pass the filter as one, without names. */
  public DuplicateRow total(What what) {
    Objects.requireNonNull(what, "what");
    return sum(what, "total", all(what));
  }

  private List<DuplicateRow> all(What what) {
    // The constructor puts some for each.
    return Objects.requireNonNull(rows.get(what));
  }

  private static DuplicateRow sum(What what, String label, List<DuplicateRow> rows) {
    int copies = 0;
    long fileSize = 0;
    long saving = 0;
    for (DuplicateRow row : rows) {
      copies += row.copyCount();
      fileSize += row.fileSize();
      saving += row.saving();
    }
    return new DuplicateRow(what, label, copies, fileSize, saving, List.of(), List.of());
  }

  private List<DuplicateRow> bodies(What what, EqualBodies bodies) {
    List<DuplicateRow> rows = new ArrayList<>();
    for (int row = 0; row < bodies.count(); row++) {
      Work.checkAt(row);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < bodies.copyCount(row); i++) {
        names.add(attribution.owners().text(bodies.owner(row, i)));
      }
      String label = attribution.owners().readableText(bodies.owner(row, 0));
      int copies = bodies.copyCount(row);
      long fileSize = bodies.fileSize(row);
      keep(
          rows,
          new DuplicateRow(what, label, copies, fileSize, bodies.saving(row), names, List.of()));
    }
    return rows;
  }

  private List<DuplicateRow> crates() {
    List<DuplicateRow> rows = new ArrayList<>();
    for (CrateCopies crate : duplicates.crates()) {
      List<String> names = new ArrayList<>();
      long fileSize = 0;
      for (CrateCopies.Copy copy : crate.copies()) {
        names.add(copy.label(crate.name()));
        fileSize += copy.fileSize();
      }
      int copies = Math.max(crate.copies().size(), crate.versions().size());
      keep(
          rows,
          new DuplicateRow(
              What.CRATE,
              crateLabel(crate),
              copies,
              fileSize,
              crate.saving(),
              names,
              crate.versions()));
    }
    return rows;
  }

  /** The name of a crate, with the image it is in if there are several. */
  private String crateLabel(CrateCopies crate) {
    List<BinaryImage> images = file().images();
    if (images.size() == 1) {
      return crate.name();
    }
    BinaryImage image = images.get(crate.image());
    return crate.name() + " in " + (image.name().isEmpty() ? image.machine().name() : image.name());
  }

  private void keep(List<DuplicateRow> rows, DuplicateRow row) {
    if (selection.filter().isEmpty()) {
      rows.add(row);
      return;
    }
    boolean isFound = selection.filter().get().matcher(row.label()).find();
    for (int i = 0; i < row.names().size() && !isFound; i++) {
      isFound = selection.filter().get().matcher(row.names().get(i)).find();
    }
    if (isFound) {
      rows.add(row);
    }
  }

  @Override
  public String toString() {
    return attribution.file().name() + ", " + selection;
  }
}
