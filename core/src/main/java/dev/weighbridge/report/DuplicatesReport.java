package dev.weighbridge.report;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.duplicates.CrateCopies;
import dev.weighbridge.duplicates.DuplicateRow;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands in a file more than once, and which of it to show: the answer of the {@code
 * duplicates} command.
 *
 * @param attribution the file with its owners
 * @param selection which rows are shown
 */
public record DuplicatesReport(Attribution attribution, Selection selection) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /**
   * Which rows to show, and in what order.
   *
   * @param limit rows of each {@link What}; what is cut is summed in one more; 0 shows all
   * @param filter keeps a row if the pattern is found in its label or one of its names
   * @param order how rows are sorted
   */
  public record Selection(int limit, Optional<Pattern> filter, RowOrder order) {
    /** Twenty rows of each, what costs most first. */
    public static final Selection DEFAULT = new Selection(20, Optional.empty(), RowOrder.SAVING);

    /** Checks the values. */
    public Selection {
      Objects.requireNonNull(filter, "filter");
      Objects.requireNonNull(order, "order");
      if (limit < 0) {
        throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
      }
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

  /** Checks that nothing is missing. */
  public DuplicatesReport {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(selection, "selection");
  }

  /** The file. */
  public BinaryFile file() {
    return attribution.file();
  }

  /** Whether functions are compared without PC-relative operands. */
  public boolean isMaskingSupported() {
    return duplicates().isMaskingSupported();
  }

  private Duplicates duplicates() {
    return Duplicates.of(attribution);
  }

  /** All rows of a kind that pass the filter, in order. */
  List<DuplicateRow> all(What what) {
    List<DuplicateRow> rows =
        switch (what) {
          case CRATE -> crates();
          case IDENTICAL_FUNCTION -> bodies(what, duplicates().identicalFunctions());
          case EQUAL_FUNCTION -> bodies(what, duplicates().maskedFunctions());
          case IDENTICAL_DATA -> bodies(what, duplicates().identicalData());
        };
    rows.sort(selection.order().comparator());
    return rows;
  }

  /** The rows of a kind to show, in order, and behind them one for those that are cut. */
  public List<DuplicateRow> rows(What what) {
    return cut(what, all(what));
  }

  List<DuplicateRow> cut(What what, List<DuplicateRow> all) {
    if (selection.limit() == 0 || all.size() <= selection.limit()) {
      return all;
    }
    List<DuplicateRow> rows = new ArrayList<>(all.subList(0, selection.limit()));
    List<DuplicateRow> others = all.subList(selection.limit(), all.size());
    rows.add(sum(what, "[" + others.size() + " others]", others));
    return rows;
  }

  /** Rows as one, without names. */
  static DuplicateRow sum(What what, String label, List<DuplicateRow> rows) {
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
      List<String> names = new ArrayList<>();
      for (int i = 0; i < bodies.copyCount(row); i++) {
        names.add(attribution.owners().text(bodies.owner(row, i)));
      }
      String label = attribution.owners().readableText(bodies.owner(row, 0));
      int copies = bodies.copyCount(row);
      long fileSize = copies * bodies.size(row);
      keep(
          rows,
          new DuplicateRow(what, label, copies, fileSize, bodies.saving(row), names, List.of()));
    }
    return rows;
  }

  private List<DuplicateRow> crates() {
    List<DuplicateRow> rows = new ArrayList<>();
    for (CrateCopies crate : duplicates().crates()) {
      List<String> names = new ArrayList<>();
      long fileSize = 0;
      for (CrateCopies.Copy copy : crate.copies()) {
        String hash = copy.disambiguator() == 0 ? "" : Long.toHexString(copy.disambiguator());
        names.add(crate.name() + (hash.isEmpty() ? "" : "[" + hash + "]"));
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
    return crate.name() + " in " + (image.name().isEmpty() ? image.machine() : image.name());
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
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<DuplicatesReport> writer =
        switch (format) {
          case TEXT -> new DuplicatesText(width);
          case JSON -> new DuplicatesJson();
          case CSV -> new DuplicatesCsv();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
