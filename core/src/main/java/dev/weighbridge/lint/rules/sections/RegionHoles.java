package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.StoredSections;
import dev.weighbridge.lint.facts.StoredSections.Stored;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Flash between sections that nothing uses. */
public final class RegionHoles implements Rule {
  /** What lies further apart is in two memories. */
  private static final long NEAR = 1 << 16;

  private static final RuleInfo INFO =
      RuleInfo.of("region-holes", Severity.NOTE, "There are holes between sections in flash")
          .why(
              "A section begins at a multiple of the largest alignment in it, and linker scripts"
                  + " align sections further. What lies before it is programmed with nothing."
                  + " What no alignment explains, as before a section at an address of its own,"
                  + " is not counted.")
          .fix(
              "# in the linker script: put sections in the order of their alignment, largest first")
          .tradeOff("none, unless an address is fixed by the hardware")
          .touches("padding")
          .help("https://sourceware.org/binutils/docs/ld/Output-Section-Address.html")
          .bytes("min-bytes", 32, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    List<FindingPlace> places = new ArrayList<>();
    List<Stored> stored = StoredSections.of(context.attribution());
    long flash = 0;
    long inFile = 0;
    for (int i = 1; i < stored.size(); i++) {
      Stored before = stored.get(i - 1);
      Stored next = stored.get(i);
      long hole = next.loadAddress() - before.end();
      long alignment = alignment(next, hole);
      if (hole <= 0 || hole > NEAR || hole >= alignment) {
        continue;
      }
      flash += hole;
      long fileStart = before.section().offset() + before.section().fileSize();
      boolean isStored = next.section().offset() - fileStart == hole;
      inFile += isStored ? hole : 0;
      places.add(
          new FindingPlace(
              String.format(
                  Locale.ROOT,
                  "%s before %s, aligned to %,d",
                  Wording.bytes(hole),
                  next.section().name(),
                  alignment),
              isStored ? fileStart : -1,
              isStored ? hole : 0));
    }
    if (flash >= context.parameter("min-bytes")) {
      findings.add(
          Wording.bytes(flash) + " of flash between sections hold nothing",
          inFile > 0 ? Saving.upTo(inFile, 0.8) : Saving.UNKNOWN,
          places);
    }
  }

  /**
   * The alignment that a hole comes of: of the section, or the least that a script may have asked
   * for; one no larger than the hole if none leads to the address.
   */
  private static long alignment(Stored next, long hole) {
    long asked = Math.max(1, next.section().alignment());
    long most = Math.max(asked, Long.lowestOneBit(next.loadAddress()));
    while (asked <= hole && asked < most) {
      asked *= 2;
    }
    return asked;
  }
}
