package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.BuildPaths;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Paths of the machine that built the program. */
public final class LeakedPaths implements Rule {
  private static final int SHOWN = 10;

  private static final RuleInfo INFO =
      RuleInfo.of("build-paths", Severity.WARNING, "Paths of the build machine are in the program")
          .why(
              "Panic locations and file!() hold absolute paths of sources: they tell user names"
                  + " and folders to everyone, and differ from machine to machine, so that"
                  + " builds cannot be compared.")
          .fix(
              "RUSTFLAGS=\"--remap-path-prefix=$HOME=~ --remap-path-prefix=$PWD=.\" cargo build"
                  + " --release",
              "# or, with nightly Rust: [profile.release] trim-paths = true")
          .since("Rust 1.26")
          .tradeOff("none; debuggers must be told where the sources are")
          .touches("constants")
          .help(Guide.UNSTABLE + "profile-trim-paths-option")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    List<BuildPaths.Found> paths = BuildPaths.of(context.attribution());
    if (paths.isEmpty() || !context.isLinked()) {
      return;
    }
    long bytes = 0;
    Set<String> different = new TreeSet<>();
    List<FindingPlace> places = new ArrayList<>();
    for (BuildPaths.Found path : paths) {
      bytes += path.text().length();
      if (different.add(path.text()) && places.size() < SHOWN) {
        places.add(new FindingPlace(path.text(), path.fileOffset(), path.text().length()));
      }
    }
    findings.add(
        Wording.count(different.size(), "path")
            + " of the build machine in "
            + Wording.bytes(bytes)
            + (different.size() > SHOWN ? ", the first " + SHOWN + " of them named here" : ""),
        Saving.upTo(bytes, 0.9),
        places);
  }
}
