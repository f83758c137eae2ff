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
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.facts.StripPlan;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;

/** Debug information inside the shipped file. */
public final class StripDebug implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("strip-debug", Severity.WARNING, "Debug information is kept")
          .why(
              "Debug information tells debuggers types, lines and variables. It is usually the"
                  + " largest part of a file that has it, and is of no use at run time.")
          .fix(
              "[profile.release]",
              "debug = false",
              "strip = true   # or \"debuginfo\", which keeps names")
          .since("Rust 1.59")
          .tradeOff(
              "debuggers see no lines; to keep them beside the program set split-debuginfo ="
                  + " \"packed\" instead")
          .touches("debug")
          .help(Guide.PROFILES + "debug")
          .bytes("min-bytes", 512, "say nothing about fewer bytes of debug information")
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
    List<FindingPlace> places =
        plan == null
            ? Places.sections(context, section -> section.kind() == Kind.DEBUG)
            : plan.debug();
    long bytes = plan == null ? Places.fileSize(places) : plan.debugSaving();
    if (bytes >= context.parameter("min-bytes") && !places.isEmpty()) {
      String message = "debug information takes " + Wording.bytes(bytes) + " of the file";
      Saving saving = plan == null ? Saving.counted(bytes, 0.95) : Saving.exact(bytes);
      StripAround.add(context, findings, Finding.of(INFO, message, saving, places));
    }
  }
}
