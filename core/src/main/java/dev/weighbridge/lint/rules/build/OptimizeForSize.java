package dev.weighbridge.lint.rules.build;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CargoUnits;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.Functions;
import dev.weighbridge.lint.facts.code.OwnCode;
import dev.weighbridge.lint.facts.code.OwnPointers;
import dev.weighbridge.lint.facts.code.UserCode;
import dev.weighbridge.lint.wording.Guide;
import java.util.List;

/** Code compiled for speed. */
public final class OptimizeForSize implements Rule {
  /**
   * Code of the standard library in a program, as the linker maps of six programs say: 292 to 334
   * kB.
   */
  private static final long LIBRARY = 313_000;

  /**
   * The same where it was optimised together with the program: what is left of all code if the rest
   * shrinks by its usual share, 212 to 224 kB in three programs. Names do not tell there: code of
   * the library that the program instantiates is named as the library's own.
   */
  private static final long LIBRARY_TOGETHER = 220_000;

  /** No program has less code of its own than this share. */
  private static final double OWN_SHARE = 0.2;

  /** How far off that may be. */
  private static final double SPREAD = 0.15;

  /** A stripped file keeps some for the dynamic linker. */
  private static final long FEW_NAMES = 16 << 10;

  private static final RuleInfo INFO =
      RuleInfo.of("opt-size", Severity.WARNING, "Not optimised for size")
          .why(
              "At the standard level of release builds the compiler makes code larger wherever that"
                  + " makes it faster: it inlines, unrolls, and aligns functions and loops.")
          .fix("[profile.release]", "opt-level = \"z\"   # or \"s\"; measure both")
          .since("Rust 1.28")
          .tradeOff("code runs slower, in hot loops much slower; \"s\" costs less speed than \"z\"")
          .touches("code", "tables")
          .help(Guide.PROFILES + "opt-level")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    if (!build.isRust() || build.isDebugBuild() || !context.isLinked()) {
      return;
    }
    UserCode user = UserCode.of(context.attribution());
    if (!UserCode.tellsOn(context.attribution()) || user.sampled() < 4) {
      findings.undecided(
          "on " + context.file().machine() + " functions are aligned alike for speed and for size");
      return;
    }
    if (user.isForSize()) {
      return;
    }
    Functions functions = Functions.of(context.attribution());
    String message =
        (user.sampled() - user.unaligned())
            + (user.isNamed() ? " of the program's own " : " of the first ")
            + user.sampled()
            + " functions start at a multiple of 16, as code compiled for speed does";
    double confidence = user.unaligned() * 20 <= user.sampled() ? 0.9 : 0.75;
    FindingPlace place =
        user.isNamed()
            ? FindingPlace.spread("the program's own functions", user.codeSize())
            : new FindingPlace(
                "first functions",
                functions.start(0),
                functions.start(user.sampled() - 1) - functions.start(0));
    long code = functions.codeSize();
    boolean isApart = isApart(context);
    long known = isApart ? OwnCode.of(context.attribution()).codeSize() : -1;
    long own = known >= 0 ? known : own(code, isApart ? LIBRARY : LIBRARY_TOGETHER);
    double spread = known >= 0 || !isApart ? 0 : SPREAD;
    long fewest = Math.round((1 - spread) * own);
    long most = Math.round((1 + spread) * own);
    findings.add(finding(context, message, fewest, most, confidence, place));
  }

  /** Whether crates were compiled apart, the standard library among them. */
  private static boolean isApart(LintContext context) {
    return OwnPointers.of(context.attribution()).own() > 0
        || CargoUnits.of(context.attribution()).crates() > 1;
  }

  /** The code outside the standard library, where names do not tell it. */
  private static long own(long code, long library) {
    return Math.max(code - library, Math.round(OWN_SHARE * code));
  }

  private static Finding finding(
      LintContext context,
      String message,
      long fewest,
      long most,
      double confidence,
      FindingPlace place) {
    boolean isApart = isApart(context);
    boolean hasNames = FileSums.ofKind(context, Kind.NAMES) >= FEW_NAMES;
    Measured ofStripped = isApart ? Measured.SIZE_APART_STRIPPED : Measured.SIZE_WITH_LTO_STRIPPED;
    Saving stripped = ofStripped.ofBetween(fewest, most, confidence);
    if (!isApart) {
      Saving saving =
          hasNames ? Measured.SIZE_WITH_LTO.ofBetween(fewest, most, confidence) : stripped;
      return Finding.of(INFO, message, saving, List.of(place)).withStripped(stripped);
    }
    Saving saving = hasNames ? new Saving(0, SavingBasis.UNKNOWN, confidence) : stripped;
    String growing =
        hasNames
            ? "; while crates are compiled apart, names may grow by more than code shrinks"
            : "";
    return Finding.of(INFO, message + growing, saving, List.of(place))
        .withStripped(stripped)
        .withFix(
            List.of(
                "[profile.release]",
                "opt-level = \"s\"   # \"z\" is smaller only with lto = true"));
  }
}
