package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;

/** Two hash tables for the same symbols. */
public final class HashStyle implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("hash-style", Severity.NOTE, "Two hash tables of dynamic symbols")
          .why(
              "Dynamic linkers of the last fifteen years use .gnu.hash; the older .hash beside"
                  + " it is not read.")
          .fix("RUSTFLAGS=\"-C link-arg=-Wl,--hash-style=gnu\" cargo build --release")
          .tradeOff("none on systems with glibc 2.5 or newer, musl or bionic")
          .touches("linking")
          .help(Guide.LD)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    List<FindingPlace> old = Places.sections(context, section -> section.name().equals(".hash"));
    List<FindingPlace> gnu =
        Places.sections(context, section -> section.name().equals(".gnu.hash"));
    if (context.format().equals("ELF") && !old.isEmpty() && !gnu.isEmpty()) {
      findings.add(
          "the dynamic symbols have two hash tables; the older takes "
              + Wording.bytes(Places.fileSize(old)),
          Saving.counted(Places.fileSize(old), 1),
          old);
    }
  }
}
