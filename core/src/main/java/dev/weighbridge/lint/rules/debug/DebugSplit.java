package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.entries.DebugEntries;
import dev.weighbridge.lint.entries.EntryCensus;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;
import java.util.Optional;

/** Debug information that could lie beside the program. */
public final class DebugSplit implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("debug-split", Severity.NOTE, "Debug information could lie beside the program")
          .why(
              "Split debug information leaves lines and addresses in the program, for backtraces,"
                  + " and puts the rest into other files, which linkers need not read at all.")
          .fix("[profile.release]", "split-debuginfo = \"packed\"")
          .since("Rust 1.65 on Linux")
          .tradeOff("debuggers need the file beside the program")
          .touches("debug")
          .help(Guide.PROFILES + "split-debuginfo")
          .bytes("min-bytes", 64 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked() || DebugSections.of(context, "info").isEmpty()) {
      return;
    }
    List<FindingPlace> places = DebugSections.splitOff(context);
    if (Places.fileSize(places) < context.parameter("min-bytes")) {
      return;
    }
    Optional<DebugEntries> entries = EntryCensus.of(context.attribution());
    if (entries.isPresent() && entries.get().isSplit()) {
      return;
    }
    // What is compressed is known as a whole only.
    long stubs = entries.map(DebugEntries::skeletonBytes).orElse(0L);
    long names = entries.map(DebugEntries::lineHeaderBytes).orElse(0L);
    long bytes = Math.max(0, Places.fileSize(places) + names - stubs);
    if (bytes >= context.parameter("min-bytes")) {
      findings.add(
          "all but lines, addresses and what stands for units takes " + Wording.bytes(bytes),
          Saving.upTo(bytes, 0.8),
          places);
    }
  }
}
