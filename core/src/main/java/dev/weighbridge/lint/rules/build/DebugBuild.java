package dev.weighbridge.lint.rules.build;

import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.wording.Guide;
import java.util.ArrayList;
import java.util.List;

/** A build with the checks of development in it. */
public final class DebugBuild implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("debug-build", Severity.ERROR, "Not a release build")
          .why(
              "Only builds with debug assertions or overflow checks hold these messages. Such code"
                  + " is usually not optimised either: it is several times larger and slower.")
          .fix("cargo build --release")
          .tradeOff(
              "none for shipping; if the checks are meant, keep overflow-checks = true in"
                  + " [profile.release] and allow this rule")
          .help(Guide.PROFILES + "release")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!RustBuild.of(context.attribution()).isRust()) {
      return;
    }
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    List<FindingPlace> places = new ArrayList<>();
    for (ByteMarker marker : List.of(ByteMarker.UNSAFE_PRECONDITION, ByteMarker.OVERFLOW_CHECK)) {
      if (markers.has(marker)) {
        places.add(new FindingPlace(marker.text(), markers.first(marker), marker.text().length()));
      }
    }
    if (!places.isEmpty()) {
      boolean isDebug = RustBuild.of(context.attribution()).isDebugBuild();
      Finding finding =
          Finding.of(
              INFO,
              isDebug
                  ? "this is not a release build: it checks preconditions of unsafe code at run"
                      + " time"
                  : "a message of a debug build's checks is in the program, as where one crate is"
                      + " compiled with checks",
              new Saving(0, SavingBasis.UNKNOWN, isDebug ? 1 : 0.5),
              places);
      findings.add(isDebug ? finding : finding.withSeverity(Severity.NOTE));
    }
  }
}
