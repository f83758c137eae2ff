package dev.weighbridge.report.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.Removal;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Prose;
import java.util.List;
import java.util.Objects;

/**
 * What would go if some things were not in a file, these and all that only they lead to: the answer
 * of the {@code remove} command.
 */
public final class RemoveReport implements Report {
  private static final String SCHEMA = "weighbridge/remove/1";

  private final BinaryFile file;
  private final String what;
  private final ItemTable removed;
  private final ItemTable following;

  /**
   * What would go.
   *
   * @param selection which rows of each table are shown
   */
  public RemoveReport(Attribution attribution, Removal removal, ItemTable.Selection selection) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(removal, "removal");
    Objects.requireNonNull(selection, "selection");
    file = attribution.file();
    what = removal.what();
    removed = new ItemTable(attribution, removal.removed(), selection);
    following = new ItemTable(attribution, removal.following(), selection);
  }

  /** The file. */
  public BinaryFile file() {
    return file;
  }

  /** What is taken away. */
  public ItemTable removed() {
    return removed;
  }

  /** What would then no longer be needed. */
  public ItemTable following() {
    return following;
  }

  /** Bytes in the file of both, those that a filter hides left out. */
  public long fileSize() {
    return removed.total().fileSize() + following.total().fileSize();
  }

  @Override
  public Answer answer() {
    String share = Figures.percent(fileSize(), file.fileSize()) + " % of the file";
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(CommonParts.sizedLine(file).add(", without ").quote(what)),
        CommonParts.identity(file),
        CommonParts.size(file),
        Facts.of(what, List.of(Column.sentence("without", text -> text))),
        ItemParts.of(file, "removed", "removed", removed, "No row of what is removed"),
        ItemParts.of(
            file, "following", "then no longer needed", following, "Nothing else would go with it"),
        Prose.of(Line.of("Together " + Figures.bytes(fileSize()) + ", " + share)),
        CommonParts.diagnostics(file));
  }

  @Override
  public String toString() {
    return file.name() + ", without " + what;
  }
}
