package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.PanicLocations;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** File names, lines and columns that panics print. */
public final class PanicLocationDetails implements Rule {
  private static final int SHOWN = 5;

  private static final RuleInfo INFO =
      RuleInfo.of("panic-locations", Severity.NOTE, "Panics know their source locations")
          .why(
              "Every place that can panic has a record of file, line and column, mostly one per"
                  + " index or unwrap, each filled in by a relocation.")
          .fix(
              "RUSTFLAGS=\"-Z location-detail=none\" cargo +nightly build --release",
              "# together with -Z build-std it reaches the locations inside the standard"
                  + " library, too")
          .since("nightly Rust")
          .tradeOff("a panic message no longer says where it happened")
          .touches("constants", "relocations")
          .help(Guide.SMALL + "remove-location-details")
          .count("min-count", 16, "say nothing about fewer records")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!RustBuild.of(context.attribution()).isRust() || !context.isLinked()) {
      return;
    }
    PanicLocations locations = PanicLocations.of(context.attribution());
    if (locations.count() < context.parameter("min-count")) {
      return;
    }
    List<FindingPlace> places = new ArrayList<>();
    for (Map.Entry<Long, Integer> path : locations.paths().entrySet()) {
      if (places.size() < SHOWN) {
        String text = context.bytes().text(path.getKey(), path.getKey() + path.getValue());
        places.add(new FindingPlace(text, path.getKey(), path.getValue()));
      }
    }
    long bytes = locations.recordSize() + locations.relocationSize() + locations.pathSize();
    findings.add(
        Wording.count(locations.count(), "panic location")
            + " with "
            + Wording.count(locations.paths().size(), "file name")
            + " take "
            + Wording.bytes(bytes)
            + "; "
            + locations.ownCount()
            + " of them are outside the standard library",
        Saving.upTo(bytes, 0.9),
        places);
  }
}
