package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.PanicLocations;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.wording.Guide;

/** Panic messages in a program whose panics abort. */
public final class PanicFormatting implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "panic-formatting",
              Severity.NOTE,
              "Panics abort, but are formatted and printed first")
          .why(
              "With panic = \"abort\" a panic still builds its message, looks for a hook and"
                  + " prints, which keeps the formatting machinery and every message in the"
                  + " program.")
          .fix(
              "cargo-features = [\"panic-immediate-abort\"]",
              "[profile.release]",
              "panic = \"immediate-abort\"",
              "# and build with: cargo +nightly build --release --target TARGET -Z build-std=std"
                  + " -Z panic-immediate-abort")
          .since("nightly Rust 1.92")
          .tradeOff("the program dies without a word, and panic hooks do not run")
          .touches("code", "constants")
          .help(Guide.UNSTABLE + "panic-immediate-abort")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    if (!build.formatsPanics()
        || build.panicsUnwind()
        || !context.isLinked()
        || build.isStdDynamic()) {
      return;
    }
    PanicLocations locations = PanicLocations.of(context.attribution());
    long records = locations.recordSize() + locations.relocationSize() + locations.pathSize();
    Saving saving =
        Measured.ofPanicMessages(records, build.hasBacktraces(), FileSums.needed(context), 0.9);
    String text = ByteMarker.PANICKED_AT.text();
    findings.add(
        "panics abort, but are formatted first: the text of their message is in the program",
        saving,
        new FindingPlace(
            text,
            ByteMarkers.of(context.attribution()).first(ByteMarker.PANICKED_AT),
            text.length()));
  }
}
