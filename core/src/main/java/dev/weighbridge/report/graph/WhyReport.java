package dev.weighbridge.report.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.Dominators;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.ReferencePath;
import dev.weighbridge.graph.ReferencePaths;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/** Why an item is in a file: the answer of the {@code why} command. */
public final class WhyReport implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = List.of(OutputFormat.TEXT, OutputFormat.JSON);

  private final Attribution attribution;
  private final ReferenceGraph graph;
  private final ReferencePaths paths;
  private final int limit;

  /**
   * Why an item is in a file.
   *
   * @param node its node in the graph of the file
   * @param limit ways to show at most; 0 shows one through each item that refers to it
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public WhyReport(Attribution attribution, int node, int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
    this.attribution = attribution;
    graph = ReferenceGraph.completeOf(attribution);
    paths = ReferencePaths.to(attribution, node);
    this.limit = limit == 0 ? Integer.MAX_VALUE : limit;
  }

  /** The file. */
  public BinaryFile file() {
    return attribution.file();
  }

  ReferenceGraph graph() {
    return graph;
  }

  /** The item. */
  int node() {
    return paths.node();
  }

  Dominators dominators() {
    return Dominators.of(attribution);
  }

  long address(int node) {
    return attribution.address(graph.firstSpan(node));
  }

  List<String> rawNames(int node) {
    int owner = graph.owner(node);
    return owner < 0 ? List.of() : attribution.owners().rawNames(owner);
  }

  /** How many ways there are, shown or not. */
  public int count() {
    return paths.count();
  }

  /** The ways to show, shortest first. */
  public List<ReferencePath> paths() {
    return paths.shortest(limit);
  }

  /** Items that refer to it, but are not needed without it. */
  int[] notNeeded() {
    return paths.notNeeded();
  }

  int limit() {
    return limit;
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<WhyReport> writer =
        switch (format) {
          case TEXT -> new WhyText(width);
          case JSON -> new WhyJson();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
