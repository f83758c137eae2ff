package dev.weighbridge.lint.signs;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.formats.BinaryImage;

/**
 * The code that the program's own crates brought, and how its functions are aligned.
 *
 * <p>For speed, compilers align functions to 16 bytes on x86 and 64-bit ARM; for size they do not.
 * The distributed standard library is always aligned, so only the program's own functions tell.
 * Those come first: rustc hands the program's own objects to the linker before the libraries.
 *
 * @param codeSize bytes of the program's own code; -1 if names do not tell
 * @param sampled how many functions were looked at
 * @param unaligned how many of them do not start at a multiple of 16
 * @param unalignedShare the share of all functions that do not, from 0 to 1
 */
public record UserCode(long codeSize, int sampled, int unaligned, double unalignedShare) {
  private static final int FIRST = 16;

  /** The program's own code in a file. */
  public static UserCode of(Attribution attribution) {
    return attribution.derived(UserCode.class, UserCode::find);
  }

  private static UserCode find(Attribution attribution) {
    Functions functions = Functions.of(attribution);
    CrateTable crates = CrateTable.of(attribution, CratePolicy.RESPONSIBLE);
    long code = -1;
    int unaligned = 0;
    int firstUnaligned = 0;
    for (int row = 0; row < functions.count(); row++) {
      if (isUser(crates, functions.owner(row))) {
        code = Math.max(0, code) + functions.codeSize(row);
      }
      if ((functions.address(row) & 15) != 0) {
        unaligned++;
        firstUnaligned += row < FIRST ? 1 : 0;
      }
    }
    int sampled = Math.min(FIRST, functions.count());
    double share = functions.count() == 0 ? 0 : (double) unaligned / functions.count();
    return new UserCode(code, sampled, firstUnaligned, share);
  }

  private static boolean isUser(CrateTable crates, int owner) {
    int row = crates.ofOwner(owner);
    return row >= 0
        && crates.crate(row).origin() == CrateOrigin.USER
        && !Symboliser.isPart(crates.crate(row).name());
  }

  /** Whether alignment tells speed from size on the machine of a file; on Apple's ARM it does not. */
  public static boolean tellsOn(Attribution attribution) {
    if (attribution.file().format().equals("Mach-O")
        && attribution.file().machine().contains("aarch64")) {
      return false;
    }
    for (BinaryImage image : attribution.file().images()) {
      if (!"x86_64".equals(image.machine())
          && !"i386".equals(image.machine())
          && !"aarch64".equals(image.machine())) {
        return false;
      }
    }
    return !attribution.file().images().isEmpty();
  }

  /** Whether the program's own functions are not aligned, so were compiled for size. */
  public boolean isForSize() {
    return unaligned * 4 >= sampled;
  }
}
