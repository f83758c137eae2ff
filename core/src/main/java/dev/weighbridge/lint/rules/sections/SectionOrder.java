package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.DataOrder;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Variables and constants in an order that leaves holes. */
public final class SectionOrder implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("section-order", Severity.NOTE, "Variables lie in an order that leaves holes")
          .why(
              "Linkers put variables one after another as they find them, and leave holes where a"
                  + " larger one follows smaller ones. By alignment, the largest first, they fit"
                  + " together.")
          .fix("RUSTFLAGS=\"-C link-arg=-Wl,--sort-section=alignment\" cargo build --release")
          .tradeOff("none, unless code counts on the order of variables")
          .touches("padding")
          .help(Guide.LD)
          .bytes("min-bytes", 16, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    List<FindingPlace> places = new ArrayList<>();
    long inFile = 0;
    long sum = 0;
    for (DataOrder.Order order : DataOrder.of(context.attribution())) {
      Section section = order.section();
      long saved = section.hasFileBytes() ? order.saving() : 0;
      String label =
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d bytes of holes",
              section.name(),
              order.saving(),
              order.holes());
      places.add(FindingPlace.spread(label, saved));
      inFile += saved;
      sum += order.saving();
    }
    if (sum >= context.parameter("min-bytes")) {
      findings.add(
          "by alignment, variables would take "
              + Wording.bytes(sum)
              + " less of memory, "
              + Wording.bytes(inFile)
              + " of it in flash too",
          inFile > 0 ? Saving.computed(inFile, 0.7) : Saving.UNKNOWN,
          places);
    }
  }
}
