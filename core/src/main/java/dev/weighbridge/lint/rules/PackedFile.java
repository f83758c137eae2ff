package dev.weighbridge.lint.rules;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;

/** A file that a packer has compressed. */
final class PackedFile implements Rule {
  /** Its mark stands behind the headers, and again at the end. */
  private static final int WINDOW = 4096;

  private static final RuleInfo INFO =
      RuleInfo.of("upx-packed", Severity.NOTE, "Packed with UPX")
          .why(
              "A packer has compressed the program and unpacks it in memory at each start. What"
                  + " is inside cannot be weighed, and the other rules see only the unpacker.")
          .fix("upx -d FILE   # weigh what comes out")
          .tradeOff(
              "the unpacked program is larger on disk, but starts at once, shares memory between"
                  + " processes, and alarms no virus scanner")
          .help(Guide.SMALL + "compress-the-binary")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Bytes file = context.bytes();
    long at = find(file, 0, Math.min(file.length(), WINDOW));
    at = at >= 0 ? at : find(file, Math.max(0, file.length() - WINDOW), file.length());
    if (at >= 0 && !context.format().equals("Wasm")) {
      findings.add(
          "the file is packed with UPX",
          new Saving(0, SavingBasis.UNKNOWN, 0.95),
          new FindingPlace("UPX!", at, 4));
    }
  }

  private static long find(Bytes file, long start, long end) {
    for (long at = file.indexOf((byte) 'U', start, end);
        at >= 0 && at + 4 <= end;
        at = file.indexOf((byte) 'U', at + 1, end)) {
      if (file.u8(at + 1) == 'P' && file.u8(at + 2) == 'X' && file.u8(at + 3) == '!') {
        return at;
      }
    }
    return -1;
  }
}
