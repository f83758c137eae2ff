package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;

/** Constants so large that they deserve a second look. */
public final class LargeConstants implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("large-constants", Severity.NOTE, "A large constant")
          .why("Tables, embedded files and texts can outweigh the code that uses them.")
          .fix(
              "# load it at run time, compress it, compute it, or leave entries out that are not"
                  + " needed")
          .tradeOff("depends on the remedy: a file more to ship, or time at start")
          .touches("constants")
          .help(Guide.SMALL.replace("#", ""))
          .bytes("min-bytes", 64 << 10, "say nothing about smaller constants")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Attribution attribution = context.attribution();
    Partition partition = attribution.partition();
    long least = context.parameter("min-bytes");
    int span = 0;
    while (span < partition.fileSpanCount()) {
      int owner = partition.owner(span);
      long start = partition.start(span);
      long bytes = 0;
      while (span < partition.fileSpanCount() && partition.owner(span) == owner) {
        boolean isData = partition.kind(span) == Kind.RODATA || partition.kind(span) == Kind.DATA;
        bytes += isData ? partition.fileSize(span) : 0;
        span++;
      }
      if (bytes >= least && !attribution.owners().isLabel(owner) && !isSegment(context, owner)) {
        String name = attribution.owners().readableText(owner);
        findings.add(
            name + " holds " + Wording.bytes(bytes) + " of data",
            Saving.upTo(bytes, 0.5),
            new FindingPlace(name, start, bytes));
      }
    }
  }

  /**
   * Whether it is but a data segment of Wasm, which linkers name like a section: they merge into it
   * what many constants of the sources were.
   */
  private static boolean isSegment(LintContext context, int owner) {
    return context.format().equals("Wasm")
        && context.attribution().owners().readableText(owner).startsWith(".");
  }
}
