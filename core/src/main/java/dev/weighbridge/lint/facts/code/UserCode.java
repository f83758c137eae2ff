package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.work.Work;
import java.util.Set;

/**
 * The code that the program's own crates brought, and how its functions are aligned.
 *
 * <p>For speed, compilers align functions to 16 bytes on x86 and 64-bit ARM; for size they do not.
 * The distributed standard library is always aligned, so only the program's own functions tell.
 * Without names those that come first are taken: rustc hands the program's own objects to the
 * linker before the libraries.
 *
 * @param codeSize bytes of the program's own code; -1 if names do not tell
 * @param sampled how many functions were looked at
 * @param unaligned how many of them do not start at a multiple of 16
 * @param isNamed whether names told which functions are the program's own; else the first were
 *     taken
 * @param unalignedShare the share of the standard library's functions that do not, from 0 to 1; of
 *     all functions where names do not tell
 */
public record UserCode(
    long codeSize, int sampled, int unaligned, boolean isNamed, double unalignedShare) {
  private static final DerivedKey<UserCode> KEY = new Key();

  /** How many functions are enough to judge by, and how many are taken where names do not tell. */
  private static final int FIRST = 16;

  private static final Set<Architecture> ALIGNED =
      Set.of(Architecture.X86_64, Architecture.I386, Architecture.AARCH64);

  private record Key() implements DerivedKey<UserCode> {
    @Override
    public String name() {
      return "code of the program's own crates";
    }

    @Override
    public UserCode derive(Attribution attribution, Work work) {
      return UserCode.find(attribution);
    }
  }

  /** The program's own code in a file. */
  public static UserCode of(Attribution attribution) {
    return attribution.get(KEY);
  }

  private static UserCode find(Attribution attribution) {
    Functions functions = Functions.of(attribution);
    CrateTable crates = Crates.of(attribution, CratePolicy.RESPONSIBLE);
    long code = -1;
    int own = 0;
    int ownUnaligned = 0;
    int firstUnaligned = 0;
    int unaligned = 0;
    int library = 0;
    int libraryUnaligned = 0;
    for (int row = 0; row < functions.count(); row++) {
      int isUnaligned = (functions.address(row) & 15) == 0 ? 0 : 1;
      if (isUser(crates, functions.owner(row))) {
        code = Math.max(0, code) + functions.codeSize(row);
        own++;
        ownUnaligned += isUnaligned;
      } else if (isLibrary(crates, functions.owner(row))) {
        library++;
        libraryUnaligned += isUnaligned;
      }
      unaligned += isUnaligned;
      firstUnaligned += row < FIRST ? isUnaligned : 0;
    }
    double share =
        library >= FIRST
            ? (double) libraryUnaligned / library
            : (double) unaligned / Math.max(1, functions.count());
    return own >= FIRST
        ? new UserCode(code, own, ownUnaligned, true, share)
        : new UserCode(code, Math.min(FIRST, functions.count()), firstUnaligned, false, share);
  }

  private static boolean isLibrary(CrateTable crates, int owner) {
    int row = crates.ofOwner(owner);
    return row >= 0 && crates.crate(row).origin() == CrateOrigin.STANDARD;
  }

  private static boolean isUser(CrateTable crates, int owner) {
    int row = crates.ofOwner(owner);
    return row >= 0 && crates.crate(row).origin() == CrateOrigin.USER;
  }

  /**
   * Whether alignment tells speed from size on the machine of a file; on Apple's ARM it does not.
   */
  public static boolean tellsOn(Attribution attribution) {
    boolean isApple = attribution.file().format().equals("Mach-O");
    for (BinaryImage image : attribution.file().images()) {
      Architecture architecture = image.machine().architecture();
      if (!ALIGNED.contains(architecture)
          || (isApple && architecture.equals(Architecture.AARCH64))) {
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
