package dev.weighbridge.report.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.Removal;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import java.io.IOException;
import java.util.List;

/**
 * What would go if some things were not in a file, these and all that only they lead to: the answer
 * of the {@code remove} command.
 */
public final class RemoveReport implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /** The schema of its JSON and its version. */
  static final String SCHEMA = "weighbridge/remove/1";

  private static final List<String> KEYS = List.of("removed", "following");

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
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    switch (format) {
      case TEXT -> {
        ItemsText text = new ItemsText(file, width, out);
        text.title(", without " + what);
        text.table("removed", removed, "No row of what is removed");
        text.table("then no longer needed", following, "Nothing else would go with it");
        text.together(fileSize());
      }
      case JSON -> ItemsJson.write(out, SCHEMA, file, what, KEYS, List.of(removed, following));
      case CSV -> ItemsCsv.write(out, KEYS, List.of(removed, following));
      default -> throw format.isNoneOf(FORMATS);
    }
  }
}
