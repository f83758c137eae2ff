package dev.weighbridge.lint.rules.build;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CargoUnits;
import dev.weighbridge.lint.facts.DeadTables;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.OwnPointers;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Crates compiled apart, or in several units each. */
public final class LinkTimeOptimization implements Rule {
  /** A few slots remain for what the linker or C code wants; crates apart leave hundreds. */
  private static final int MANY_POINTERS = 16;

  /** A slot of eight bytes and its relocation. */
  private static final long SLOT = 8 + 24;

  private static final RuleInfo INFO =
      RuleInfo.of("lto", Severity.WARNING, "No link-time optimisation, or several codegen units")
          .why(
              "Crates compiled apart, and crates split into several units, cannot be optimised"
                  + " together: code is inlined less well, and what nobody calls stays.")
          .fix("[profile.release]", "lto = true", "codegen-units = 1")
          .tradeOff("the last step of a build takes longer and more memory")
          .touches("code", "tables", "constants", "relocations")
          .help(Guide.PROFILES + "lto")
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
    CargoUnits units = CargoUnits.of(context.attribution());
    OwnPointers pointers = OwnPointers.of(context.attribution());
    if (!units.units().isEmpty()) {
      byUnits(units, pointers, context, findings);
    } else if (pointers.all() > 0) {
      byPointers(pointers, context, findings);
    } else if (units.lent() > 0) {
      report(
          "crates were compiled in several units: "
              + Wording.count(units.lent(), "symbol")
              + " carry the suffix .llvm.",
          0.8,
          List.of(FindingPlace.spread("symbols with the suffix .llvm.", 0)),
          context,
          findings);
    } else {
      findings.undecided(
          units.names() > 0
              ? "symbols do not name their units, and no symbol was lent from one to another"
              : "no symbols, and no offset table whose slots would tell");
    }
  }

  private static void byUnits(
      CargoUnits units, OwnPointers pointers, LintContext context, Findings findings) {
    if (units.crates() < 2 && units.most() < 2) {
      return;
    }
    List<FindingPlace> places = new ArrayList<>();
    places.add(FindingPlace.spread("file symbols of codegen units", 0));
    if (pointers.own() >= MANY_POINTERS) {
      places.add(slots(pointers));
    }
    report(
        Wording.count(units.crates(), "crate")
            + " were compiled apart, one of them in "
            + Wording.count(units.most(), "unit"),
        1,
        places,
        context,
        findings);
  }

  private static void byPointers(OwnPointers pointers, LintContext context, Findings findings) {
    if (pointers.own() >= MANY_POINTERS) {
      report(
          "crates were compiled apart: "
              + pointers.own()
              + " of "
              + pointers.all()
              + " slots of the offset table point into the program itself",
          0.95,
          List.of(slots(pointers)),
          context,
          findings);
    }
  }

  private static FindingPlace slots(OwnPointers pointers) {
    return new FindingPlace(".got", pointers.fileStart(), pointers.fileSize());
  }

  private static void report(
      String message,
      double confidence,
      List<FindingPlace> places,
      LintContext context,
      Findings findings) {
    long exact = exact(context);
    Saving stripped = Measured.LTO_STRIPPED.of(FileSums.needed(context), exact, confidence);
    Saving names = Measured.LTO_NAMES.of(FileSums.ofKind(context, Kind.NAMES), 0, confidence);
    Saving saving =
        Saving.between(
            stripped.least() + names.least(),
            stripped.bytes() + names.bytes(),
            stripped.most() + names.most(),
            confidence);
    Finding finding = Finding.of(INFO, message, saving, places);
    findings.add(finding.withStripped(stripped));
  }

  /** What surely goes: tables of no function, and slots with the relocations that fill them. */
  private static long exact(LintContext context) {
    return DeadTables.of(context.attribution()).fileSize()
        + SLOT * OwnPointers.of(context.attribution()).own();
  }
}
