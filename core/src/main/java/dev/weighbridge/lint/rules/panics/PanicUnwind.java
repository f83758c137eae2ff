package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CargoUnits;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.LandingPads;
import dev.weighbridge.lint.facts.code.OwnPointers;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Panics that unwind the stack. */
public final class PanicUnwind implements Rule {
  /** What the runtime that throws and catches panics weighs, with the code that calls it. */
  private static final long RUNTIME = 4_600;

  /** What the distributed library keeps of exception tables, whatever the program does. */
  private static final long LIBRARY_TABLES = 3_700;

  private static final long LIBRARY_TABLES_APART = 11_000;

  /** Share of the names that went with the functions. */
  private static final double NAMES_SHARE = 0.03;

  private static final RuleInfo INFO =
      RuleInfo.of("panic-unwind", Severity.WARNING, "Panics unwind the stack")
          .why(
              "For a panic that unwinds, every function that owns something needs a landing pad"
                  + " that drops it and an entry in an exception table, and the program needs the"
                  + " code that throws and catches.")
          .fix("[profile.release]", "panic = \"abort\"")
          .since("Rust 1.10")
          .tradeOff(
              "a panic ends the process: catch_unwind, and threads that survive the panic of"
                  + " another, stop working; destructors do not run")
          .touches("code", "tables")
          .help(Guide.PROFILES + "panic")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    if (!build.panicsUnwind() || !context.isLinked()) {
      return;
    }
    List<FindingPlace> places = new ArrayList<>();
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    for (ByteMarker marker :
        List.of(ByteMarker.EXCEPTION_CLASS, ByteMarker.EXCEPTION_CLASS_REVERSED)) {
      if (markers.has(marker)) {
        places.add(new FindingPlace("exception class MOZ RUST", markers.first(marker), 8));
      }
    }
    List<FindingPlace> tables =
        Places.sections(
            context,
            section ->
                section.name().equals(".gcc_except_table")
                    || section.name().equals("__gcc_except_tab"));
    places.addAll(tables);
    if (places.isEmpty()) {
      places.add(FindingPlace.spread("_Unwind_RaiseException", 0));
    }
    String message =
        "panics unwind: the runtime that throws them is in the program"
            + (tables.isEmpty()
                ? ""
                : ", and exception tables take " + Wording.bytes(Places.fileSize(tables)));
    LandingPads pads = LandingPads.of(context.attribution());
    boolean isMeasured =
        pads.isKnown() && context.file().images().get(0).machine().is(Architecture.X86_64);
    Finding finding =
        Finding.of(
            INFO,
            message,
            isMeasured
                ? Measured.ofPads(pads.stripped() + pads.names(), 0.95)
                : Saving.about(saving(context, Places.fileSize(tables)), 0.95),
            places);
    findings.add(
        isMeasured ? finding.withStripped(Measured.ofPads(pads.stripped(), 0.95)) : finding);
  }

  private static long saving(LintContext context, long tables) {
    boolean isApart =
        OwnPointers.of(context.attribution()).own() > 0
            || CargoUnits.of(context.attribution()).crates() > 1;
    long own = Math.max(0, tables - (isApart ? LIBRARY_TABLES_APART : LIBRARY_TABLES));
    return RUNTIME + own + Math.round(NAMES_SHARE * FileSums.ofKind(context, Kind.NAMES));
  }
}
