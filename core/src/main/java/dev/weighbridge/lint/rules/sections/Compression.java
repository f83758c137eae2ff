package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Remedy;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CompressedShare;
import dev.weighbridge.lint.facts.Packer;
import java.util.List;
import java.util.Locale;

/** What compressing the whole file would give. */
public final class Compression implements Rule {
  private static final double WORTH = 0.7;

  /** How far off the share was, at most, on nineteen programs. */
  private static final double OFF = 0.10;

  private static final String DOWNLOAD = "xz FILE   # for a download";
  private static final String PACKED = "upx --best --lzma FILE   # to run it packed";

  private static final String UPX = "https://upx.github.io/";

  private static final String PRICE_OF_PACKED =
      "a packed program starts later, needs more memory, and alarms some virus scanners";

  private static final RuleInfo INFO =
      RuleInfo.of("compression", Severity.NOTE, "The file compresses well")
          .why(
              "Downloads and packages are compressed anyway, so the size that counts there is"
                  + " this one. A packer such as UPX makes the file itself that small.")
          .fix(DOWNLOAD, PACKED)
          .tradeOff(PRICE_OF_PACKED)
          .touches("whole")
          .help(UPX)
          .bytes("min-file", 1 << 20, "say nothing about smaller files")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (context.packedSize().isPresent()
        || !context.isLinked()
        || context.fileSize() < context.parameter("min-file")) {
      return;
    }
    double share = CompressedShare.of(context.bytes());
    if (share < WORTH) {
      String message =
          String.format(
              Locale.ROOT,
              "compressed with xz the file would have about %.0f %% of its size",
              100 * share);
      FindingPlace file = FindingPlace.spread("file", context.fileSize());
      Finding finding = Finding.of(INFO, message, range(context, share), List.of(file));
      findings.add(finding.with(remedy(context)));
    }
  }

  private static Saving range(LintContext context, double share) {
    return Saving.between(
        Math.round((1 - (1 + OFF) * share) * context.fileSize()),
        Math.round((1 - share) * context.fileSize()),
        Math.round((1 - (1 - OFF) * share) * context.fileSize()),
        0.9);
  }

  private static Remedy remedy(LintContext context) {
    return Packer.packs(context)
        ? new Remedy(List.of(DOWNLOAD, PACKED), "any version", PRICE_OF_PACKED, UPX)
        : new Remedy(
            List.of(DOWNLOAD), "any version", "none for a download", "https://tukaani.org/xz/");
  }
}
