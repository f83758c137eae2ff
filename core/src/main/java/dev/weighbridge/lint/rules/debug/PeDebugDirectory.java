package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.directories.PeCodeView;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import java.util.Optional;

/** What a PE file says of its debug file. */
public final class PeDebugDirectory implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("pe-debug-directory", Severity.NOTE, "The debug directory names a full path")
          .why(
              "The linker writes where the PDB lies, with all folders of the build machine, into"
                  + " the program.")
          .fix(
              "RUSTFLAGS=\"-C link-arg=/PDBALTPATH:%_PDB%\" cargo build --release   # or"
                  + " /DEBUG:NONE to have no PDB")
          .since("any Rust; link.exe of Visual Studio 2010, or LLD 8")
          .tradeOff("debuggers look for the PDB beside the program only")
          .touches("headers")
          .help("https://learn.microsoft.com/cpp/build/reference/pdbaltpath-use-alternate-pdb-path")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Optional<PeFile> pe = context.file().as(PeFile.class);
    Optional<PeCodeView> view = pe.isEmpty() ? Optional.empty() : pe.get().codeView();
    if (view.isPresent()) {
      String path = view.get().path();
      int name = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
      if (name > 0) {
        findings.add(
            "the debug directory names " + path,
            Saving.counted(name + 1L, 0.95),
            FindingPlace.spread(path, path.length()));
      }
    }
  }
}
