package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.DeadTables;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Exception tables of functions that the linker has left out. */
public final class DeadExceptionTables implements Rule {
  private static final int SHOWN = 5;

  private static final RuleInfo INFO =
      RuleInfo.of(
              "dead-exception-tables",
              Severity.NOTE,
              "Exception tables of functions that are not in the program")
          .why(
              "LLD leaves functions out that nothing needs, but keeps the tables that tell what to"
                  + " do when an exception passes through them. GNU ld drops both, and with"
                  + " link-time optimisation few such functions reach the linker.")
          .fix("RUSTFLAGS=\"-C linker-features=-lld\" cargo build --release   # links with GNU ld")
          .since("Rust 1.90")
          .tradeOff("GNU ld takes longer than LLD")
          .touches("tables")
          .help("https://blog.rust-lang.org/2025/09/01/rust-lld-on-1.90.0-stable/")
          .bytes("min-bytes", 1 << 10, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    DeadTables dead = DeadTables.of(context.attribution());
    if (dead.fileSize() < context.parameter("min-bytes")) {
      return;
    }
    List<FindingPlace> places = new ArrayList<>();
    for (DeadTables.Gap gap : dead.gaps()) {
      if (places.size() < SHOWN) {
        String label = Wording.count(gap.tables(), "table") + " of no function";
        places.add(new FindingPlace(label, gap.fileStart(), gap.fileEnd() - gap.fileStart()));
      }
    }
    findings.add(
        Wording.count(dead.tables(), "exception table")
            + " belong to no function of the program: "
            + Wording.bytes(dead.fileSize())
            + " of "
            + Wording.bytes(dead.all()),
        Saving.computed(dead.fileSize(), 1),
        places);
  }
}
