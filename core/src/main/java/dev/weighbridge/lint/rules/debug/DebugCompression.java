package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.DebugDeflation;
import dev.weighbridge.lint.wording.Wording;
import java.util.Optional;

/** Debug information that is kept, but not compressed. */
public final class DebugCompression implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("debug-compression", Severity.NOTE, "Debug information is not compressed")
          .why(
              "Where debug information has to stay in the file, it can be compressed: debuggers,"
                  + " profilers and backtraces read it all the same.")
          .fix(
              "# .cargo/config.toml",
              "[target.x86_64-unknown-linux-gnu]",
              "rustflags = [\"-C\", \"link-arg=-Wl,--compress-debug-sections=zlib\"]",
              "# or behind the linker: objcopy --compress-debug-sections=zlib FILE",
              "# zstd instead, where all that read it can: nothing is computed of it, this tells:",
              "objcopy --compress-debug-sections=zstd FILE FILE.zstd && ls -l FILE FILE.zstd")
          .tradeOff("whoever reads it unpacks it each time, to memory")
          .touches("debug")
          .help("https://sourceware.org/binutils/docs/binutils/objcopy.html")
          .bytes("min-bytes", 16 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Optional<ElfFile> elf = context.file().as(ElfFile.class);
    if (!context.isLinked() || elf.isEmpty()) {
      return;
    }
    DebugDeflation deflation = DebugDeflation.of(elf.get());
    long bytes = deflation.saving();
    if (bytes >= context.parameter("min-bytes")) {
      Saving saving = deflation.isWhole() ? Saving.computed(bytes, 0.95) : Saving.about(bytes, 0.9);
      String message =
          "compressed with zlib, debug information would take " + Wording.bytes(bytes) + " less";
      findings.add(message, saving, deflation.places());
    }
  }
}
