package dev.weighbridge.lint.rules.wasm;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Zeros in data segments. */
public final class WasmZeroData implements Rule {
  private static final int SHOWN = 10;

  private static final RuleInfo INFO =
      RuleInfo.of("wasm-zero-data", Severity.NOTE, "Data segments hold long runs of zeros")
          .why(
              "Memory of a new module is zero already; zeros in a segment are shipped for nothing.")
          .fix(
              "wasm-opt --memory-packing -o OUT.wasm IN.wasm",
              "# and let large statics start as zero: static BUFFER: [u8; N] = [0; N]")
          .since("any version; Binaryen")
          .tradeOff("none where memory is not imported")
          .touches("constants")
          .help("https://github.com/WebAssembly/binaryen")
          .bytes("min-run", 64, "count runs of at least so many zeros")
          .bytes("min-bytes", 1 << 10, "say nothing about fewer zeros")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.format().equals("Wasm") || !context.isLinked()) {
      return;
    }
    Partition partition = context.attribution().partition();
    long run = context.parameter("min-run");
    List<FindingPlace> runs = new ArrayList<>();
    long zeros = 0;
    long start = -1;
    for (int span = 0; span <= partition.fileSpanCount(); span++) {
      boolean isData = span < partition.fileSpanCount() && isData(partition.kind(span));
      long end = isData ? partition.end(span) : 0;
      for (long at = isData ? partition.start(span) : 0; at < end; at++) {
        if (context.bytes().u8(at) == 0) {
          start = start < 0 ? at : start;
        } else if (start >= 0) {
          zeros += take(start, at, run, runs);
          start = -1;
        }
      }
      if (!isData && start >= 0) {
        zeros += take(start, partition.start(span), run, runs);
        start = -1;
      }
    }
    if (zeros >= context.parameter("min-bytes")) {
      findings.add(
          "data segments hold " + Wording.bytes(zeros) + " of zeros in long runs",
          Saving.counted(zeros, 0.9),
          runs);
    }
  }

  private static boolean isData(Kind kind) {
    return kind == Kind.RODATA || kind == Kind.DATA || kind == Kind.PADDING;
  }

  private static long take(long start, long end, long least, List<FindingPlace> runs) {
    if (end - start < least) {
      return 0;
    }
    if (runs.size() < SHOWN) {
      runs.add(new FindingPlace("zeros", start, end - start));
    }
    return end - start;
  }
}
