package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.map.RowMap;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What each item of a file keeps in it: the answer of the {@code retained} command.
 *
 * @param tree the rows
 */
public record RetainedReport(RetainedTree tree) implements Report {
  private static final String SCHEMA = "weighbridge/retained/1";

  private static final Column<RetainedRow> LABEL =
      Column.label("label", RetainedRow::label).titled(List.of("item", "what only it keeps"));
  private static final Column<RetainedRow> RETAINED =
      Column.bytes("retainedSize", RetainedRow::retainedSize).titled("Retained");
  private static final Column<RetainedRow> OWN =
      Column.bytes("fileSize", RetainedRow::fileSize).titled("Own").dashed();
  private static final Column<RetainedRow> COUNT =
      Column.count("count", RetainedRow::count).titled("Items").dashed();
  private static final Column<RetainedRow> ADDRESS =
      Column.address("address", RetainedRow::address).where(RetainedReport::isItem);
  private static final Column<RetainedRow> NAMES =
      Column.names("mangled", RetainedRow::rawNames).where(RetainedReport::isItem);
  private static final Column<RetainedRow> REASON =
      Column.<RetainedRow>word("neededAs", row -> row.root().get().text())
          .where(row -> row.root().isPresent());

  /** A record has room for one name. */
  private static final Column<RetainedRow> NAME =
      Column.<RetainedRow>name("mangled", row -> row.rawNames().get(0))
          .where(row -> !row.rawNames().isEmpty());

  /** Checks that it is there. */
  public RetainedReport {
    Objects.requireNonNull(tree, "tree");
  }

  private static boolean isItem(RetainedRow row) {
    return row.node() >= 0;
  }

  @Override
  public List<OutputFormat> formats() {
    return OutputFormat.WITH_MAP;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (!RowMap.write(() -> new RetainedMap(tree).map(), format, out)) {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    BinaryFile file = tree.file();
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(CommonParts.sizedLine(file)),
        CommonParts.identity(file),
        CommonParts.size(file),
        Facts.of(tree.selection(), List.of(Column.number("depth", RetainedTree.Selection::depth))),
        CommonParts.filter(tree.selection().filter()),
        Facts.of(tree.total(), List.of(RETAINED, COUNT)),
        table(),
        Prose.of(Line.of("Retained: what would go with the item, its own bytes included.")),
        CommonParts.diagnostics(file));
  }

  private Table<RetainedRow> table() {
    RetainedRow total = tree.total();
    Column<RetainedRow> share = Column.share(RetainedRow::retainedSize, tree.file().fileSize());
    // The own bytes of a row further down may be more than those of the first level together.
    int widest = Math.max(OWN.title().length(), Figures.grouped(total.retainedSize()).length());
    return Table.of("rows", tree.rows())
        .people(List.of(RETAINED, share.titled("% of file"), OWN.wide(widest), COUNT, LABEL))
        .columns(
            Medium.RECORDS,
            List.of(Column.level("level"), LABEL, RETAINED, OWN, COUNT, ADDRESS, NAME, REASON))
        .columns(Medium.OBJECTS, List.of(LABEL, RETAINED, OWN, COUNT, ADDRESS, NAMES, REASON))
        .levels(new Below(tree))
        .headline(row -> Line.of(", " + Figures.bytes(row.retainedSize())))
        .total(total)
        .build();
  }

  /** Goes no deeper than the selection allows. */
  private record Below(RetainedTree tree) implements Levels<RetainedRow> {
    @Override
    public List<RetainedRow> below(RetainedRow row, int level) {
      return level < tree.selection().depth() ? tree.below(row) : List.of();
    }

    @Override
    public boolean isOpen(RetainedRow row, int level) {
      return isItem(row) && level < tree.selection().depth();
    }
  }
}
