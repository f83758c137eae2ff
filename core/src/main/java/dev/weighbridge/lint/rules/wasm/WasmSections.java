package dev.weighbridge.lint.rules.wasm;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;
import java.util.Set;

/** Sections of a module that no engine needs. */
public final class WasmSections implements Rule {
  private static final Set<String> NAMES =
      Set.of("producers", "target_features", "sourceMappingURL", "build_id");

  private static final RuleInfo INFO =
      RuleInfo.of("wasm-sections", Severity.NOTE, "Custom sections without use at run time")
          .why(
              "Compilers note themselves and the features they used in sections that engines skip.")
          .fix("wasm-tools strip --all -o OUT.wasm IN.wasm")
          .tradeOff("tools no longer know which features to enable by themselves")
          .touches("headers")
          .help("https://github.com/bytecodealliance/wasm-tools")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.format().equals("Wasm") || !context.isLinked()) {
      return;
    }
    List<FindingPlace> sections =
        Places.sections(context, section -> NAMES.contains(section.name()));
    if (!sections.isEmpty()) {
      findings.add(
          "custom sections that engines skip take " + Wording.bytes(Places.fileSize(sections)),
          Saving.counted(Places.fileSize(sections), 0.95),
          sections);
    }
  }
}
