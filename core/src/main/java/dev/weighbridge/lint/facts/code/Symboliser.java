package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.Crate;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.graph.Reachability;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.Removal;
import java.util.BitSet;
import java.util.Set;

/**
 * The part of the standard library that turns addresses of a backtrace into names and lines.
 *
 * <p>It is a reader of DWARF with all that nothing else needs: what no path leads to once that
 * reader is away.
 *
 * @param fileSize its bytes; 0 if names do not tell, or if not nearly all functions are reached
 * @param names bytes of symbols and names among them
 */
public record Symboliser(long fileSize, long names) {
  private static final DerivedKey<Symboliser> KEY = new Key();
  private static final Symboliser UNKNOWN = new Symboliser(0, 0);

  /**
   * Who reads the tables. Not rustc_demangle, nor what walks the stack: both stay when the reader
   * goes.
   */
  private static final Set<String> READERS = Set.of("addr2line", "gimli", "object");

  /** A program of whose functions fewer are reached has roots that are not seen. */
  private static final double NEARLY_ALL = 0.95;

  private record Key() implements DerivedKey<Symboliser> {
    @Override
    public String name() {
      return "symboliser";
    }

    @Override
    public Symboliser derive(Attribution attribution, Work work) {
      return Symboliser.find(attribution);
    }
  }

  /** The symboliser in a file. */
  public static Symboliser of(Attribution attribution) {
    return attribution.get(KEY);
  }

  /** Whether a crate is part of it; a program may have a copy of its own, which is not. */
  private static boolean isReader(Crate crate) {
    return crate.origin() == CrateOrigin.STANDARD && READERS.contains(crate.name());
  }

  /** The module of the standard library that calls them. */
  private static boolean isCaller(Crate crate, ReferenceGraph graph, int node) {
    return crate.origin() == CrateOrigin.STANDARD
        && crate.name().equals("std")
        && graph.text(node).contains("backtrace_rs::symbolize::gimli");
  }

  private static Symboliser find(Attribution attribution) {
    ReferenceGraph graph = ReferenceGraph.of(attribution);
    if (!graph.isComplete()) {
      return UNKNOWN;
    }
    CrateTable crates = Crates.of(attribution, CratePolicy.DEFINING);
    BitSet readers = new BitSet();
    for (int node = 0; node < graph.nodeCount(); node++) {
      int crate = graph.owner(node) < 0 ? -1 : crates.ofOwner(graph.owner(node));
      readers.set(
          node,
          crate >= 0
              && (isReader(crates.crate(crate)) || isCaller(crates.crate(crate), graph, node)));
    }
    if (readers.isEmpty() || !isNearlyAllReached(graph)) {
      return UNKNOWN;
    }
    Removal removal = Removal.of(graph, "the symboliser", readers);
    BitSet gone = new BitSet();
    for (int node : removal.removed()) {
      gone.set(node);
    }
    for (int node : removal.following()) {
      gone.set(node);
    }
    Partition partition = attribution.partition();
    long all = 0;
    long names = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int node = graph.nodeOfSpan(span);
      if (node >= 0 && gone.get(node)) {
        all += partition.fileSize(span);
        names += partition.kind(span) == Kind.NAMES ? partition.fileSize(span) : 0;
      }
    }
    return new Symboliser(all, names);
  }

  private static boolean isNearlyAllReached(ReferenceGraph graph) {
    Reachability reached = Reachability.of(graph);
    int functions = 0;
    int seen = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.owner(node) >= 0 && graph.codeSize(node) > 0) {
        functions++;
        seen += reached.isReached(node) ? 1 : 0;
      }
    }
    return seen >= NEARLY_ALL * functions;
  }
}
