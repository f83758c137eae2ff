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
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types and declarations that many units describe, each for itself. */
public final class DebugRepeats implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("debug-repeats", Severity.NOTE, "Units describe the same types again")
          .why(
              "Each unit describes all types that it uses, whoever else does. dwz puts what several"
                  + " units say into one of their own, and writes references and abbreviations"
                  + " shorter. Debuggers read that all the same.")
          .fix(
              "dwz FILE   # behind the linker, before debug information is compressed or split off")
          .tradeOff(
              "profilers that read debug information themselves may not follow its references")
          .touches("debug")
          .help("https://sourceware.org/dwz/")
          .bytes("min-bytes", 64 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked() || !DebugSections.of(context, "str_offsets").isEmpty()) {
      // dwz 0.15 refuses names by number, which clang writes.
      return;
    }
    Optional<DebugEntries> found = EntryCensus.of(context.attribution());
    if (found.isEmpty() || !found.get().isWhole() || found.get().hasTypeUnits()) {
      // It refuses units of types of version 5, too.
      return;
    }
    DebugEntries entries = found.get();
    List<FindingPlace> abbreviations = DebugSections.of(context, "abbrev");
    long rewritten = entries.referenceBytes() + Places.fileSize(abbreviations);
    long bytes = entries.repeatedBytes() + rewritten;
    if (bytes >= context.parameter("min-bytes")) {
      List<FindingPlace> places = new ArrayList<>(DebugSections.of(context, "info"));
      places.addAll(abbreviations);
      findings.add(
          Wording.bytes(entries.repeatedBytes())
              + " of types and declarations are in another unit before; references and"
              + " abbreviations take "
              + Wording.bytes(rewritten)
              + " more than the least",
          Saving.upTo(bytes, 0.8),
          places);
    }
  }
}
