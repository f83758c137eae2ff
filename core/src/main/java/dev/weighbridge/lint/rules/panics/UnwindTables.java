package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.UserCode;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;

/** Unwind tables of a program that never unwinds. */
public final class UnwindTables implements Rule {
  private static final double MOST = 0.5;

  private static final RuleInfo INFO =
      RuleInfo.of("unwind-tables", Severity.NOTE, "Unwind tables are kept though panics abort")
          .why(
              "Where panics abort nobody walks the stack but debuggers, profilers and"
                  + " backtraces. On most 64-bit systems the compiler makes the tables for them"
                  + " all the same.")
          .fix(
              "RUSTFLAGS=\"-C force-unwind-tables=no\" cargo +nightly build --release --target"
                  + " TARGET -Z build-std=std,panic_abort")
          .since("nightly Rust")
          .tradeOff("no backtraces, and profilers cannot follow calls")
          .touches("tables")
          .help(Guide.CODEGEN + "force-unwind-tables")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    UserCode user = UserCode.of(context.attribution());
    // While the symboliser or a library compiled for speed is there, there are better things to do
    // first.
    if (!build.isRust()
        || build.panicsUnwind()
        || build.hasBacktraces()
        || build.isStdDynamic()
        || !context.isLinked()
        || user.unalignedShare() < MOST) {
      return;
    }
    List<FindingPlace> tables =
        Places.sections(
            context,
            section ->
                section.name().equals(".eh_frame") || section.name().equals(".eh_frame_hdr"));
    if (!tables.isEmpty()) {
      findings.add(
          "unwind tables take " + Wording.bytes(Places.fileSize(tables)) + " though panics abort",
          Saving.upTo(Places.fileSize(tables), 0.8),
          tables);
    }
  }
}
