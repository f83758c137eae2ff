package dev.weighbridge.lint.rules;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CompressedShare;
import java.util.Locale;

/** What compressing the whole file would give. */
final class Compression implements Rule {
  private static final double WORTH = 0.7;

  private static final RuleInfo INFO =
      RuleInfo.of("compression", Severity.NOTE, "The file compresses well")
          .why(
              "Downloads and packages are compressed anyway, so the size that counts there is"
                  + " this one. A packer such as UPX makes the file itself that small.")
          .fix("xz FILE   # for a download", "upx --best --lzma FILE   # to run it packed")
          .tradeOff(
              "a packed program starts later, needs more memory, and alarms some virus scanners")
          .help(Guide.SMALL + "compress-the-binary")
          .bytes("min-file", 1 << 20, "say nothing about smaller files")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked() || context.fileSize() < context.parameter("min-file")) {
      return;
    }
    double share = CompressedShare.of(context.bytes());
    if (share < WORTH) {
      long bytes = Math.round((1 - share) * context.fileSize());
      findings.add(
          String.format(
              Locale.ROOT,
              "compressed with LZMA the file would have about %.0f %% of its size",
              100 * share),
          Saving.about(bytes, 0.9),
          FindingPlace.spread("file", context.fileSize()));
    }
  }
}
