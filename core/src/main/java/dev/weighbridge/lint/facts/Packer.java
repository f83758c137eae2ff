package dev.weighbridge.lint.facts;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.lint.LintContext;
import java.util.Map;
import java.util.Set;

/**
 * What UPX packs. Its list of executable formats (upx 4.2, {@code upx --help}) has programs of
 * Linux for these machines and of Windows for x86; it leaves out macOS since version 4.2 unless
 * forced, and it packs neither libraries reliably nor what carries something behind its image.
 */
public final class Packer {
  private static final Map<String, Set<Architecture>> MACHINES =
      Map.of(
          "ELF",
          Set.of(
              Architecture.X86_64,
              Architecture.I386,
              Architecture.ARM,
              Architecture.AARCH64,
              Architecture.POWERPC64),
          "PE",
          Set.of(Architecture.X86_64, Architecture.I386));

  /** The number of Linux in the header, and none at all. (System V ABI, "ELF Identification") */
  private static final Set<Integer> LINUX = Set.of(0, 3);

  private Packer() {}

  /** Whether it packs a file. */
  public static boolean packs(LintContext context) {
    Set<Architecture> machines = MACHINES.getOrDefault(context.format(), Set.of());
    for (BinaryImage image : context.file().images()) {
      if (!machines.contains(image.machine().architecture())) {
        return false;
      }
    }
    return FileRole.of(context.attribution()) == FileRole.PROGRAM
        && Payload.of(context.attribution()).isEmpty()
        && context
            .file()
            .as(ElfFile.class)
            .map(elf -> LINUX.contains(elf.header().osAbi()))
            .orElse(true);
  }
}
