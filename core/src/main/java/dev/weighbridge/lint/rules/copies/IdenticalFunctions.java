package dev.weighbridge.lint.rules.copies;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.facts.code.Foldable;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions with the same code. */
public final class IdenticalFunctions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("identical-functions", Severity.NOTE, "Functions have the same code")
          .why(
              "Generic code and small accessors often compile to the same instructions for"
                  + " different types. A linker can keep one of them and let all names lead to it.")
          .fix(
              "RUSTFLAGS=\"-C link-arg=-fuse-ld=lld -C link-arg=-Wl,--icf=all\" cargo build"
                  + " --release")
          .since("any Rust; LLD or gold")
          .tradeOff(
              "two functions may have one address, which code that compares function pointers"
                  + " notices; backtraces name one for the other")
          .touches("code")
          .help("https://lld.llvm.org/NewLLD.html")
          .bytes("min-bytes", 1 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked()) {
      return;
    }
    if (context.format().equals("ELF")) {
      folded(context, findings);
      return;
    }
    EqualBodies equal = Duplicates.of(context.attribution()).identicalFunctions();
    if (equal.saving() >= context.parameter("min-bytes")) {
      findings.add(
          Wording.count(equal.count(), "group")
              + " of functions have the same code; all but one of each take "
              + Wording.bytes(equal.saving()),
          Saving.counted(equal.saving(), 0.8),
          Places.copies(context, equal));
    }
  }

  /** What a linker would fold, with what these functions lead to taken into account. */
  private static void folded(LintContext context, Findings findings) {
    Foldable foldable = Foldable.of(context.attribution());
    if (foldable.saving() < context.parameter("min-bytes")) {
      return;
    }
    List<FindingPlace> places = new ArrayList<>();
    for (Foldable.Group group : foldable.groups()) {
      long place = context.attribution().addressMap(0).place(group.address());
      int span = context.attribution().partition().spanAt(place);
      Owners owners = context.attribution().owners();
      String name = owners.readableText(context.attribution().partition().owner(span));
      places.add(FindingPlace.spread(group.count() + " times " + name, group.saving()));
    }
    findings.add(
        Wording.count(foldable.folded(), "function")
            + " of "
            + String.format(Locale.ROOT, "%,d", foldable.functions())
            + " do the same as another, also in what they call",
        Saving.computed(foldable.saving(), 0.95),
        places);
  }
}
