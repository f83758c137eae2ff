package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.upx.UpxPart;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.Optional;
import java.util.OptionalLong;

/** A file that a packer has compressed. */
public final class PackedFile implements Rule {
  /** Its mark stands behind the headers, and again at the end. */
  private static final int WINDOW = 4096;

  private static final RuleInfo INFO =
      RuleInfo.of("upx-packed", Severity.NOTE, "Packed with UPX")
          .why(
              "A packer has compressed the program and unpacks it in memory at each start. Of ELF"
                  + " and PE programs the rules look at what is inside, and say what could be saved"
                  + " of that; of others they see only the unpacker.")
          .fix("upx -d FILE   # what else is advised is done to this, before it is packed again")
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
    OptionalLong packed = context.packedSize();
    if (packed.isPresent()) {
      String message =
          "the file is packed with UPX in "
              + Wording.bytes(packed.getAsLong())
              + "; what else is found is told of the "
              + Wording.bytes(context.fileSize())
              + " inside";
      FindingPlace file = FindingPlace.spread("packed file", packed.getAsLong());
      findings.add(message, new Saving(0, SavingBasis.UNKNOWN, 0.95), file);
      return;
    }
    Optional<FindingPlace> place =
        switch (context.format()) {
          case "ELF", "PE" -> packedData(context);
          case "Wasm" -> Optional.empty();
          default -> mark(context.bytes());
        };
    place.ifPresent(
        at ->
            findings.add(
                "the file is packed with UPX", new Saving(0, SavingBasis.UNKNOWN, 0.95), at));
  }

  /** What a reader that knows the headers of UPX has found, in many pieces. */
  private static Optional<FindingPlace> packedData(LintContext context) {
    long bytes = 0;
    for (BinaryImage image : context.file().images()) {
      if (image.structures().labels().contains(UpxPart.DATA)) {
        bytes +=
            image.structures().stream()
                .filter(row -> row.label().equals(UpxPart.DATA))
                .mapToLong(row -> row.fileEnd() - row.fileStart())
                .sum();
      }
    }
    return bytes == 0 ? Optional.empty() : Optional.of(FindingPlace.spread(UpxPart.DATA, bytes));
  }

  private static Optional<FindingPlace> mark(Bytes file) {
    long at = find(file, 0, Math.min(file.length(), WINDOW));
    at = at >= 0 ? at : find(file, Math.max(0, file.length() - WINDOW), file.length());
    return at < 0 ? Optional.empty() : Optional.of(new FindingPlace("UPX!", at, 4));
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
