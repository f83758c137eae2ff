package dev.weighbridge.report;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.Reachability;
import dev.weighbridge.graph.ReferenceGraph;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** What nothing leads to in a file: the answer of the {@code garbage} command. */
public final class GarbageReport implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /** The schema of its JSON and its version. */
  static final String SCHEMA = "weighbridge/garbage/1";

  private final BinaryFile file;
  private final ItemTable items;

  /**
   * What nothing leads to in a file.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public GarbageReport(Attribution attribution, ItemTable.Selection selection) {
    file = attribution.file();
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Reachability reached = Reachability.of(graph);
    int[] nodes =
        IntStream.range(0, graph.nodeCount())
            .filter(node -> !reached.isReached(node) && graph.fileSize(node) > 0)
            .toArray();
    items = new ItemTable(attribution, "notNeeded", nodes, selection);
  }

  /** The file. */
  public BinaryFile file() {
    return file;
  }

  /** The items that nothing leads to. */
  public ItemTable items() {
    return items;
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
        text.title("");
        text.table("what nothing leads to", items, "No code or data that nothing leads to");
      }
      case JSON -> ItemsJson.write(out, SCHEMA, file, "", List.of(items));
      case CSV -> ItemsCsv.write(out, List.of(items));
      default -> throw format.isNoneOf(FORMATS);
    }
  }
}
