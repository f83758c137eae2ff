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
import dev.weighbridge.lint.facts.DebugOwners;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;
import java.util.Optional;

/** Debug information of variables and types, where lines may be enough. */
public final class DebugDetail implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("debug-detail", Severity.NOTE, "Debug information tells of variables and types")
          .why(
              "Backtraces and profilers need lines and the names of inlined functions. Variables"
                  + " and types, which only debuggers ask for, take most of the bytes, and most of"
                  + " them are about dependencies.")
          .fix("[profile.release]", "debug = \"line-tables-only\"")
          .since("Rust 1.71")
          .tradeOff("debuggers show no variables")
          .touches("debug")
          .help(Guide.PROFILES + "debug")
          .bytes("min-bytes", 64 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked() || !DebugSections.hasVariables(context)) {
      return;
    }
    List<FindingPlace> more = DebugSections.withoutLines(context);
    // What is compressed is known as a whole only.
    Optional<DebugEntries> entries = EntryCensus.of(context.attribution());
    long kept = entries.map(DebugEntries::inlinedBytes).orElse(0L);
    long names = entries.map(DebugEntries::lineHeaderBytes).orElse(0L);
    long bytes = Math.max(0, Places.fileSize(more) + names - kept);
    if (bytes >= context.parameter("min-bytes")) {
      List<FindingPlace> owners = DebugOwners.largest(context);
      findings.add(
          (kept == 0 ? "all but lines takes " : "all but lines and inlined calls takes ")
              + Wording.bytes(bytes)
              + " of debug information",
          Saving.upTo(bytes, 0.8),
          owners.isEmpty() ? more : owners);
    }
  }
}
