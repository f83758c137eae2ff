package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CrateBytes;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Crates that have lighter alternatives. */
public final class HeavyCrates implements Rule {
  /** The crates that somebody measured and found replaceable. */
  private static final ConfigTable KNOWN = known();

  private static final RuleInfo INFO =
      RuleInfo.of("heavy-crates", Severity.NOTE, "A heavy crate has a lighter alternative")
          .why(
              "Some popular crates do far more than most programs need of them. For each there"
                  + " is a smaller one, or features to leave out.")
          .fix("# see the finding: each crate has its own alternative")
          .tradeOff("the alternatives do less; see the finding")
          .touches("code")
          .help(Guide.SMALL.replace("#", ""))
          .bytes("min-bytes", 32 << 10, "say nothing about crates that take less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    long least = context.parameter("min-bytes");
    for (CrateBytes.Row row : CrateBytes.of(context.attribution()).rows()) {
      Optional<ConfigTable> known = KNOWN.table(row.name());
      if (row.isUser() && row.fileSize() >= least && known.isPresent()) {
        String message =
            row.label()
                + " takes "
                + Wording.bytes(row.fileSize())
                + "; "
                + known.get().requiredText("instead");
        Finding finding =
            Finding.of(
                INFO,
                message,
                Saving.upTo(row.fileSize(), 0.6),
                List.of(FindingPlace.spread(row.label(), row.fileSize())));
        findings.add(finding.withFix(known.get().texts("fix")));
      }
    }
  }

  private static ConfigTable known() {
    String name = "heavy-crates.toml";
    try (InputStream stream = HeavyCrates.class.getResourceAsStream(name)) {
      return ConfigTable.toml(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
