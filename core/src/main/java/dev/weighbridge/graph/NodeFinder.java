package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds nodes by the names that people know them by. */
public final class NodeFinder {
  private final Attribution attribution;
  private final ReferenceGraph graph;

  /** Finds nodes in the graph of a file. */
  public NodeFinder(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    this.attribution = attribution.uncut();
    graph = ReferenceGraph.of(attribution);
  }

  /**
   * The nodes of a name, in the order of the file: those of a raw name, aliases too; else those of
   * a readable name or a label such as {@code [function 0x1f40]}; else the one at an address {@code
   * 0x1f40}.
   *
   * @return empty if there is none
   */
  public int[] named(String name) {
    Objects.requireNonNull(name, "name");
    BitSet found = raw(name);
    if (found.isEmpty()) {
      for (int node = 0; node < graph.nodeCount(); node++) {
        Work.checkAt(node);
        if (graph.text(node).equals(name)) {
          found.set(node);
        }
      }
    }
    if (found.isEmpty() && name.startsWith("0x")) {
      int node = at(name.substring(2));
      if (node != GraphNodes.NONE) {
        found.set(node);
      }
    }
    return found.stream().toArray();
  }

  private BitSet raw(String name) {
    BitSet found = new BitSet();
    for (int image = 0; image < attribution.file().images().size(); image++) {
      SymbolTable symbols = attribution.file().images().get(image).symbols();
      for (int row = 0; row < symbols.count(); row++) {
        Work.checkAt(row);
        // The length is at hand; names are not.
        boolean mayBe = symbols.nameLength(row) >= name.length();
        if (mayBe && symbols.name(row).equals(name)) {
          int node = graph.nodeOfOwner(attribution.owners().ofSymbol(image, row));
          if (node != GraphNodes.NONE) {
            found.set(node);
          }
        }
      }
    }
    return found;
  }

  private int at(String digits) {
    try {
      long place = attribution.placeOfAddress(Long.parseUnsignedLong(digits, 16));
      return place < 0 ? GraphNodes.NONE : graph.nodeOfSpan(attribution.partition().spanAt(place));
    } catch (NumberFormatException e) {
      return GraphNodes.NONE;
    }
  }

  /** The nodes in whose readable name, or one of whose raw names, a pattern is found. */
  public BitSet matching(Pattern pattern) {
    Objects.requireNonNull(pattern, "pattern");
    BitSet found = new BitSet();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Work.checkAt(node);
      boolean isFound = pattern.matcher(graph.text(node)).find();
      if (!isFound && graph.owner(node) != GraphNodes.NONE) {
        for (String name : attribution.owners().rawNames(graph.owner(node))) {
          isFound |= pattern.matcher(name).find();
        }
      }
      found.set(node, isFound);
    }
    return found;
  }

  /**
   * The readable names that hold a text, whatever its case, the shortest first; if there are none,
   * those that hold its last word.
   *
   * @param limit how many at most
   */
  public List<String> closest(String text, int limit) {
    Objects.requireNonNull(text, "text");
    List<String> found = holding(text, limit);
    int word = Math.max(text.lastIndexOf(':'), text.lastIndexOf(' ')) + 1;
    return found.isEmpty() && word > 0 && word < text.length()
        ? holding(text.substring(word), limit)
        : found;
  }

  private List<String> holding(String text, int limit) {
    String wanted = text.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      Work.checkAt(node);
      String name = graph.text(node);
      if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
        found.add(name);
      }
    }
    return found.stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }

  /** Where a node is: the address of its first byte, or -1 if it is not loaded. */
  public long address(int node) {
    return attribution.address(graph.firstSpan(node));
  }

  @Override
  public String toString() {
    return "finder, " + graph;
  }
}
