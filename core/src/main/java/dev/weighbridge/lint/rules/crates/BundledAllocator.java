package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.language.ByteMarker;
import dev.weighbridge.language.ByteMarkers;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.code.NamedCode;
import dev.weighbridge.lint.wording.Guide;
import java.util.List;

/** An allocator of its own. */
public final class BundledAllocator implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("bundled-allocator", Severity.NOTE, "An allocator is bundled")
          .why(
              "jemalloc, mimalloc and the like are linked into the program, while the system has"
                  + " an allocator already.")
          .fix("# remove #[global_allocator] and its crate from Cargo.toml")
          .tradeOff(
              "programs that allocate much from many threads may become slower or need more memory")
          .touches("code")
          .help(Guide.SMALL + "remove-jemalloc")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    ByteMarkers markers = ByteMarkers.of(context.attribution());
    long named = NamedCode.of(context.attribution()).allocator();
    for (ByteMarker marker :
        List.of(ByteMarker.JEMALLOC, ByteMarker.MIMALLOC, ByteMarker.TCMALLOC)) {
      if (markers.has(marker)) {
        String text = marker.text();
        String name = text.replace("<", "").replace(">", "").replace(": ", "");
        Saving saving = named > 0 ? Saving.counted(named, 0.95) : Saving.UNKNOWN;
        findings.add(
            "the allocator " + name + " is in the program",
            saving,
            new FindingPlace(text, markers.first(marker), text.length()));
      }
    }
  }
}
