package dev.weighbridge.lint.rules.build;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.graph.Reachability;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Code that nothing leads to: the linker was not told to leave it out, or could not. */
public final class UnreferencedCode implements Rule {
  private static final int SHOWN = 5;

  /** Where BOLT leaves the code of which it has put a better copy elsewhere. */
  private static final String BOLT_TEXT = ".bolt.org.text";

  private static final List<String> BOLT_FIX =
      List.of("llvm-bolt --use-old-text ...   # puts the new code where the old was, if it fits");

  private static final RuleInfo INFO =
      RuleInfo.of("unreferenced-code", Severity.NOTE, "Nothing leads to some of the code")
          .why(
              "No call, pointer, export or table that can be seen leads to these functions. Linkers"
                  + " leave such functions out if they are told to and if each function has a"
                  + " section of its own; Rust's tools tell them, build scripts for C often do"
                  + " not.")
          .fix(
              "RUSTFLAGS=\"-C link-arg=-Wl,--gc-sections\" cargo build --release   # and no -C"
                  + " link-dead-code",
              "CFLAGS=\"-ffunction-sections -fdata-sections\"   # for C and C++ code")
          .tradeOff("none, unless code finds functions in a way that linkers cannot see")
          .touches("code")
          .help("https://sourceware.org/binutils/docs/ld/Options.html")
          .bytes("min-bytes", 1 << 10, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked()) {
      return;
    }
    ReferenceGraph graph = ReferenceGraph.of(context.attribution());
    if (!graph.isComplete()) {
      findings.undecided("code of this machine is not read for references");
      return;
    }
    Reachability reached = Reachability.of(graph);
    IntColumn unreached = new IntColumn(0);
    BitSet isUnreached = new BitSet();
    for (int node = 0; node < graph.nodeCount(); node++) {
      boolean isFunction = graph.owner(node) >= 0 && graph.codeSize(node) > 0;
      if (isFunction && !reached.isReached(node)) {
        unreached.add(node);
        isUnreached.set(node);
      }
    }
    long bytes = saving(context, graph, isUnreached);
    if (bytes >= context.parameter("min-bytes")) {
      findings.add(finding(context, graph, unreached.freeze(), bytes));
    }
  }

  /**
   * What a linker leaves out with functions: not their names, which stripping takes; nor their
   * exception tables, which LLD keeps.
   */
  private static long saving(LintContext context, ReferenceGraph graph, BitSet nodes) {
    Attribution attribution = context.attribution();
    Partition partition = attribution.partition();
    long sum = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int node = graph.nodeOfSpan(span);
      if (node >= 0 && nodes.get(node) && goes(attribution, span)) {
        sum += partition.fileSize(span);
      }
    }
    return sum;
  }

  private static boolean goes(Attribution attribution, int span) {
    int section = attribution.partition().section(span);
    return switch (attribution.partition().kind(span)) {
      case NAMES, DEBUG -> false;
      case UNWIND ->
          section < 0 || !attribution.section(section).name().equals(".gcc_except_table");
      default -> true;
    };
  }

  private static Finding finding(
      LintContext context, ReferenceGraph graph, int[] unreached, long bytes) {
    boolean isLeftByBolt = isLeftByBolt(context, graph, unreached);
    String message =
        "nothing leads to "
            + Wording.count(unreached.length, "function")
            + ", which with their tables take "
            + Wording.bytes(bytes)
            + (isLeftByBolt ? "; most of it is what BOLT has put better copies of elsewhere" : "");
    Saving saving = Saving.counted(bytes, 0.9);
    Finding finding = Finding.of(INFO, message, saving, places(context, graph, unreached));
    return isLeftByBolt ? finding.withFix(BOLT_FIX) : finding;
  }

  /** Whether most of it is what BOLT has left. */
  private static boolean isLeftByBolt(LintContext context, ReferenceGraph graph, int[] unreached) {
    Attribution attribution = context.attribution();
    long left = 0;
    long all = 0;
    for (int node : unreached) {
      int section = attribution.partition().section(graph.firstSpan(node));
      boolean isOld = section >= 0 && attribution.section(section).name().equals(BOLT_TEXT);
      left += isOld ? graph.codeSize(node) : 0;
      all += graph.codeSize(node);
    }
    return 2 * left > all;
  }

  /** The largest of them. */
  private static List<FindingPlace> places(
      LintContext context, ReferenceGraph graph, int[] unreached) {
    Partition partition = context.attribution().partition();
    List<FindingPlace> places = new ArrayList<>();
    IntStream.of(unreached)
        .boxed()
        .sorted(Comparator.comparingLong((Integer node) -> -graph.fileSize(node)))
        .limit(SHOWN)
        .forEach(
            node -> {
              long start = partition.start(graph.firstSpan(node));
              places.add(new FindingPlace(graph.text(node), start, graph.fileSize(node)));
            });
    return places;
  }
}
