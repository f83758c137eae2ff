package dev.weighbridge.report;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.graph.NodeFinder;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.Removal;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

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

  private final BinaryFile file;
  private final String what;
  private final boolean removesAnything;
  private final ItemTable removed;
  private final ItemTable following;

  private RemoveReport(
      Attribution attribution, String what, BitSet nodes, ItemTable.Selection selection) {
    file = attribution.file();
    this.what = what;
    removesAnything = !nodes.isEmpty();
    Removal removal = Removal.of(ReferenceGraph.of(attribution), nodes);
    removed = new ItemTable(attribution, "removed", removal.removed(), selection);
    following = new ItemTable(attribution, "following", removal.following(), selection);
  }

  /**
   * A file without a crate: without all code and data of every crate of this name.
   *
   * @param name as in a table of crates, with or without the number in brackets
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public static RemoveReport ofCrate(
      Attribution attribution, CratePolicy policy, String name, ItemTable.Selection selection) {
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    CrateTable crates = CrateTable.of(attribution.uncut(), policy);
    BitSet nodes = new BitSet();
    for (int node = 0; node < graph.nodeCount(); node++) {
      int owner = graph.owner(node);
      int crate =
          owner < 0 ? crates.ofSpan(graph.firstSpan(node), Pricing.FULL) : crates.ofOwner(owner);
      boolean isOfCrate =
          crate >= 0
              && (crates.crate(crate).name().equals(name) || crates.label(crate).equals(name));
      nodes.set(node, isOfCrate);
    }
    return new RemoveReport(attribution, "crate " + name, nodes, selection);
  }

  /**
   * A file without the items in whose readable name, or one of whose raw names, a pattern is found.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public static RemoveReport ofSymbols(
      Attribution attribution, Pattern pattern, ItemTable.Selection selection) {
    ReferenceGraph.completeOf(attribution);
    BitSet nodes = new NodeFinder(attribution).matching(pattern);
    return new RemoveReport(attribution, "symbols matching " + pattern, nodes, selection);
  }

  /** The file. */
  public BinaryFile file() {
    return file;
  }

  /** Whether anything has the name that was asked for. */
  public boolean removesAnything() {
    return removesAnything;
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
      case JSON -> ItemsJson.write(out, SCHEMA, file, what, List.of(removed, following));
      case CSV -> ItemsCsv.write(out, List.of(removed, following));
      default -> throw format.isNoneOf(FORMATS);
    }
  }
}
