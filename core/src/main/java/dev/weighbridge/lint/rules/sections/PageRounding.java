package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Segments filled up to whole pages. */
public final class PageRounding implements Rule {
  private static final long SMALL_PAGE = 4 << 10;
  private static final long LARGE_PAGE = 16 << 10;

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
          .touches("padding")
          .help("https://www.manpagez.com/man/1/ld/")
          .bytes("min-bytes", 4 << 10, "say nothing about less")
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
    long saving = 0;
    for (BinaryImage image : context.file().images()) {
      Segment constants = segment(image, "__DATA_CONST");
      Segment variables = segment(image, "__DATA");
      if (constants == null || variables == null) {
        continue;
      }
      long page = page(image);
      long both = used(image, constants) + used(image, variables);
      long apart = size(constants) + size(variables);
      long together = (both + page - 1) / page * page;
      if (apart > together) {
        saving += apart - together;
        tails.add(tail(image, constants));
        tails.add(tail(image, variables));
      }
    }
    if (saving > 0 && saving >= context.parameter("min-bytes")) {
      findings.add(
          "constants with pointers and variables would need "
              + Wording.bytes(saving)
              + " of whole pages less in one segment",
          Saving.computed(saving, 0.8),
          tails);
    }
  }

  private static @Nullable Segment segment(BinaryImage image, String name) {
    for (int row = 0; row < image.segments().count(); row++) {
      if (image.segments().row(row).name().equals(name)) {
        return image.segments().row(row);
      }
    }
    return null;
  }

  private static long size(Segment segment) {
    return segment.fileEnd() - segment.fileStart();
  }

  /** Pages have 16 KiB on ARM and on what runs on both, 4 KiB else: segments start on borders. */
  private static long page(BinaryImage image) {
    long all = LARGE_PAGE;
    for (int row = 0; row < image.segments().count(); row++) {
      all |= image.segments().row(row).fileStart();
    }
    return Math.max(SMALL_PAGE, Long.lowestOneBit(all));
  }

  private static FindingPlace tail(BinaryImage image, Segment segment) {
    long end = segment.fileStart() + used(image, segment);
    return new FindingPlace("tail of " + segment.name(), end, segment.fileEnd() - end);
  }

  /** Bytes of a segment up to the end of its last section. */
  private static long used(BinaryImage image, Segment segment) {
    long end =
        image.sections().stream()
            .filter(
                s ->
                    s.fileStart() >= segment.fileStart()
                        && s.fileEnd() <= segment.fileEnd()
                        && s.hasFileBytes())
            .mapToLong(s -> s.fileEnd())
            .max()
            .orElse(segment.fileStart());
    return end - segment.fileStart();
  }
}
