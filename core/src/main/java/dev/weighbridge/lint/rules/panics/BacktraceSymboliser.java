package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.Symboliser;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;

/** The reader of debug information that prints backtraces. */
public final class BacktraceSymboliser implements Rule {
  /** In no program that was measured it was more than this share. */
  private static final double MOST = 0.6;

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
    Symboliser symboliser = Symboliser.of(context.attribution());
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    String name = ByteMarker.DEBUG_ABBREV.text();
    FindingPlace text =
        new FindingPlace(name, markers.first(ByteMarker.DEBUG_ABBREV), name.length());
    if (symboliser.fileSize() > 0) {
      FindingPlace code = FindingPlace.spread("gimli, addr2line ...", symboliser.fileSize());
      String message =
          "nothing else needs what resolves backtraces: " + Wording.bytes(symboliser.fileSize());
      Finding finding =
          Finding.of(
              INFO,
              message,
              Measured.ofSymboliser(symboliser.fileSize(), 0.95),
              List.of(text, code));
      long stripped = symboliser.fileSize() - symboliser.names();
      findings.add(finding.withStripped(Measured.ofSymboliser(stripped, 0.95)));
    } else {
      long most = Math.round(MOST * FileSums.needed(context));
      findings.add(
          "the code that resolves backtraces is in the program, as a name it looks up shows",
          Measured.usualSymboliser(most, 0.9),
          text);
    }
  }
}
