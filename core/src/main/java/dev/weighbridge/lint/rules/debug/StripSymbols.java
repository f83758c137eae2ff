package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.StripPlan;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;

/** Symbol tables and names that running the program does not need. */
public final class StripSymbols implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("strip-symbols", Severity.WARNING, "Symbols are not stripped")
          .why(
              "The names of functions are there for debuggers and profilers. The program runs"
                  + " without them.")
          .fix("[profile.release]", "strip = true")
          .since("Rust 1.59")
          .tradeOff(
              "backtraces and profiles show addresses without names; keep an unstripped copy to"
                  + " look them up")
          .touches("names")
          .help(Guide.PROFILES + "strip")
          .bytes("min-bytes", 512, "say nothing about fewer bytes of names")
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
    StripPlan plan = StripPlan.of(context.attribution());
    if (plan != null) {
      report(
          plan.symbolSaving(),
          plan.symbols(),
          Saving.exact(plan.symbolSaving()),
          context,
          findings);
      return;
    }
    // The dynamic linker of Mach-O reads symbols of other files from the same table.
    long names =
        context.format().equals("Mach-O")
            ? FileSums.ofDefinedNames(context)
            : FileSums.ofKind(context, Kind.NAMES);
    FindingPlace places = FindingPlace.spread("symbol table and names", names);
    report(names, List.of(places), Saving.counted(names, 0.95), context, findings);
  }

  private static void report(
      long bytes,
      List<FindingPlace> places,
      Saving saving,
      LintContext context,
      Findings findings) {
    if (bytes >= context.parameter("min-bytes") && !places.isEmpty()) {
      long all = FileSums.ofKind(context, Kind.NAMES);
      String share = all > bytes ? " of " + Wording.bytes(all) + " of names" : "";
      String message = "symbols are not stripped: " + Wording.bytes(bytes) + share + " can go";
      StripAround.add(context, findings, Finding.of(INFO, message, saving, places));
    }
  }
}
