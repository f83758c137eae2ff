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
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.NamedCode;
import dev.weighbridge.lint.wording.Guide;

/** Printing and parsing of floating-point numbers. */
public final class FloatFormatting implements Rule {
  /** 81 rows of 16 bytes. */
  private static final long TABLE = 1_296;

  /** What the algorithms weigh, compiled for size. */
  private static final long USUAL_CODE = 8_000;

  private static final RuleInfo INFO =
      RuleInfo.of("float-formatting", Severity.NOTE, "Floating-point numbers are formatted")
          .why(
              "Printing an f32 or f64 brings two algorithms with their tables: the fast one, and"
                  + " the exact one that it falls back to.")
          .fix(
              "# print scaled integers instead, for example {}.{:03} of value / 1000 and value %"
                  + " 1000")
          .tradeOff("more code of your own where numbers are printed")
          .touches("code", "constants")
          .help(Guide.SMALL + "remove-corefmt-with-no_main-and-careful-usage-of-libstd")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!RustBuild.of(context.attribution()).isRust() || !context.isLinked()) {
      return;
    }
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    ByteMarker marker =
        markers.has(ByteMarker.FLOAT_POWERS)
            ? ByteMarker.FLOAT_POWERS
            : ByteMarker.FLOAT_POWERS_BIG;
    if (!markers.has(marker)) {
      return;
    }
    long named = NamedCode.of(context.attribution()).floats();
    long bytes = TABLE + (named > 0 ? named : USUAL_CODE);
    Saving saving = named > 0 ? Saving.counted(bytes, 0.95) : Saving.about(bytes, 0.95);
    findings.add(
        "floating-point numbers are formatted: the table of powers of ten is in the program",
        saving,
        new FindingPlace("table of powers of ten", markers.first(marker), TABLE));
  }
}
