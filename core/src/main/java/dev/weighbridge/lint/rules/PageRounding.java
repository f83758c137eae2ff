package dev.weighbridge.lint.rules;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import java.util.ArrayList;
import java.util.List;

/** Segments filled up to whole pages. */
final class PageRounding implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("page-rounding", Severity.NOTE, "Segments are filled up to whole pages")
          .why(
              "Every segment of a Mach-O file ends on a page border, 16 KiB on ARM. A few bytes"
                  + " more or less of code therefore change the file by nothing or by a page;"
                  + " compare normalised sizes.")
          .fix(
              "# put constants and data into fewer segments: RUSTFLAGS=\"-C"
                  + " link-arg=-Wl,-no_data_const\"")
          .since("any Rust; ld64 or LLD")
          .tradeOff("constants with pointers stay writable at run time")
          .help("https://www.manpagez.com/man/1/ld/")
          .bytes("min-bytes", 16 << 10, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.format().equals("Mach-O") || !context.isLinked()) {
      return;
    }
    List<FindingPlace> tails = new ArrayList<>();
    for (BinaryImage image : context.file().images()) {
      for (int row = 0; row < image.segments().count(); row++) {
        Segment segment = image.segments().row(row);
        long end = lastByte(image, segment);
        if (end > segment.fileStart() && segment.fileEnd() > end) {
          tails.add(new FindingPlace("tail of " + segment.name(), end, segment.fileEnd() - end));
        }
      }
    }
    if (Places.fileSize(tails) >= context.parameter("min-bytes")) {
      findings.add(
          Wording.bytes(Places.fileSize(tails))
              + " of the file only fill segments up to whole pages",
          Saving.upTo(Places.fileSize(tails), 0.5),
          tails);
    }
  }

  private static long lastByte(BinaryImage image, Segment segment) {
    return image.sections().stream()
        .filter(
            s ->
                s.fileStart() >= segment.fileStart()
                    && s.fileEnd() <= segment.fileEnd()
                    && s.hasFileBytes())
        .mapToLong(s -> s.fileEnd())
        .max()
        .orElse(-1);
  }
}
