package dev.weighbridge.lint.rules;

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
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.Symboliser;
import java.util.List;

/** The reader of debug information that prints backtraces. */
final class BacktraceSymboliser implements Rule {
  /** What it weighs in the libraries of Rust 1.80 to 1.96 for 64-bit Linux, stripped. */
  private static final long USUAL_SIZE = 190_000;

  /** In no program that was measured it was more than this share. */
  private static final double MOST = 0.6;

  /** Around its crates there is code of std that only they need. */
  private static final double WITH_CALLERS = 1.2;

  private static final RuleInfo INFO =
      RuleInfo.of(
              "backtrace-symboliser", Severity.NOTE, "The backtrace symboliser is in the program")
          .why(
              "To print names and lines in backtraces, the standard library brings a reader of"
                  + " debug information and a decompressor, even into programs that have no debug"
                  + " information.")
          .fix(
              "cargo +nightly build --release --target TARGET -Z build-std=std,panic_abort \\",
              "  -Z build-std-features=optimize_for_size   # leaves the feature backtrace out")
          .since("nightly Rust")
          .tradeOff("RUST_BACKTRACE=1 prints nothing")
          .touches("code", "tables", "constants")
          .help(Guide.UNSTABLE + "build-std-features")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    if (!build.hasBacktraces() || !context.isLinked()) {
      return;
    }
    long named = Symboliser.of(context.attribution()).fileSize();
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    String name = ByteMarker.DEBUG_ABBREV.text();
    FindingPlace text =
        new FindingPlace(name, markers.first(ByteMarker.DEBUG_ABBREV), name.length());
    long most = Math.round(MOST * FileSums.needed(context));
    if (named > 0) {
      long bytes = Math.min(most, Math.max(USUAL_SIZE, Math.round(WITH_CALLERS * named)));
      findings.add(
          "the crates that resolve backtraces weigh " + Wording.bytes(named),
          Saving.about(bytes, 0.95),
          List.of(text, FindingPlace.spread("gimli, addr2line, object, miniz_oxide ...", named)));
    } else {
      findings.add(
          "the code that resolves backtraces is in the program, as a name it looks up shows",
          Saving.about(Math.min(most, USUAL_SIZE), 0.9),
          text);
    }
  }
}
