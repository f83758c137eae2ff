package dev.weighbridge.lint.rules.build;

import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CargoUnits;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.Functions;
import dev.weighbridge.lint.facts.code.UserCode;
import dev.weighbridge.lint.wording.Guide;
import java.util.List;
import java.util.Locale;

/** The standard library as it is distributed, compiled for speed and for every use. */
public final class PrebuiltStd implements Rule {
  /** A library compiled for size has next to no aligned functions. */
  private static final double FEW = 0.5;

  /** The distributed library has some crates compiled for size, others for speed. */
  private static final double SOME = 0.05;

  private static final RuleInfo INFO =
      RuleInfo.of("prebuilt-std", Severity.NOTE, "The standard library is the distributed one")
          .why(
              "The standard library that comes with the compiler is compiled for speed, with"
                  + " unwinding, and not with your settings. Compiled together with the program it"
                  + " follows opt-level and panic, and what nobody calls goes.")
          .fix(
              "rustup component add rust-src --toolchain nightly",
              "cargo +nightly build --release --target TARGET -Z build-std=std,panic_abort \\",
              "  -Z build-std-features=optimize_for_size")
          .since("nightly Rust")
          .tradeOff("needs a nightly compiler, and compiles the library with every clean build")
          .touches("code", "tables", "constants")
          .help(Guide.UNSTABLE + "build-std")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    if (!build.isRust() || build.isDebugBuild() || build.isStdDynamic() || !context.isLinked()) {
      return;
    }
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    CargoUnits units = CargoUnits.of(context.attribution());
    if (units.units().containsKey("std") && units.units().containsKey("core")) {
      report("the library's own codegen units are in the file", 0.9, context, findings);
    } else if (!markers.has(ByteMarker.LIBRARY_PATH) && !build.formatsPanics()) {
      return;
    } else {
      byAlignment(build, context, findings);
    }
  }

  private static void byAlignment(RustBuild build, LintContext context, Findings findings) {
    UserCode user = UserCode.of(context.attribution());
    if (!UserCode.tellsOn(context.attribution())) {
      findings.undecided(
          "on " + context.file().machine() + " functions are aligned alike for speed and for size");
      return;
    }
    boolean isMixed =
        user.isForSize()
            ? user.unalignedShare() < FEW
            : build.hasBacktraces() && user.unalignedShare() > SOME;
    if (isMixed) {
      String share = String.format(Locale.ROOT, "%.0f %%", 100 * (1 - user.unalignedShare()));
      String own = user.isForSize() ? "size" : "speed";
      report(
          share
              + " of the functions are aligned for speed while the program itself was compiled for "
              + own
              + (user.isForSize() ? "" : ", and the others are not"),
          user.isForSize() ? 0.9 : 0.75,
          context,
          findings);
    } else if (!user.isForSize()) {
      findings.undecided("program and library are both compiled for speed, so look alike");
    }
  }

  private static void report(
      String reason, double confidence, LintContext context, Findings findings) {
    Functions functions = Functions.of(context.attribution());
    findings.add(
        "the standard library is the one that comes with the compiler: " + reason,
        Measured.ofOwnLibrary(FileSums.needed(context), confidence),
        List.of(FindingPlace.spread("code", functions.codeSize())));
  }
}
