package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.RelativeRelocations;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relative relocations in long form. */
public final class PackRelocations implements Rule {

  private static final List<String> LOADERS =
      List.of("/ld-linux", "/ld-musl-", "/ld64.so", "/bin/linker");

  /** The number of Linux in the header, and none at all. */
  private static final Set<Integer> LINUX = Set.of(0, 3);

  private static final RuleInfo INFO =
      RuleInfo.of("pack-relocations", Severity.NOTE, "Relative relocations are not packed")
          .why(
              "A position-independent program has a record of 24 bytes for each pointer in its"
                  + " data. Packed, 63 neighbouring pointers share 8 bytes.")
          .fix("RUSTFLAGS=\"-C link-arg=-Wl,-z,pack-relative-relocs\" cargo build --release")
          .since("any Rust; GNU ld 2.38 or LLD 15")
          .tradeOff("does not start on systems older than glibc 2.36, musl 1.2.4 or Android 11")
          .touches("relocations")
          .help(Guide.LD)
          .bytes("min-bytes", 1 << 10, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Optional<ElfFile> elf = context.file().as(ElfFile.class);
    if (elf.isEmpty() || !isReadByLoader(elf.get())) {
      return;
    }
    RelativeRelocations relocations = RelativeRelocations.of(elf.get());
    if (relocations.saving() >= context.parameter("min-bytes")) {
      findings.add(
          Wording.count(relocations.count(), "relative relocation")
              + " take "
              + Wording.bytes(relocations.fileSize())
              + ", packed they would take "
              + Wording.bytes(relocations.packedSize()),
          Saving.counted(relocations.saving(), 1),
          new FindingPlace(relocations.section(), relocations.fileStart(), relocations.fileSize()));
    }
  }

  /**
   * Whether a loader that knows the packed form fills the places in: that of glibc, musl or
   * Android, for the program or for the library. Firmware, and programs that do it themselves, do
   * not.
   */
  private static boolean isReadByLoader(ElfFile elf) {
    String loader = elf.interpreter().orElse("");
    boolean isKnown = LOADERS.stream().anyMatch(loader::contains);
    boolean isLibrary = loader.isEmpty() && !elf.dynamic().needed().isEmpty();
    return !elf.isRelocatable() && (isKnown || (isLibrary && LINUX.contains(elf.header().osAbi())));
  }
}
