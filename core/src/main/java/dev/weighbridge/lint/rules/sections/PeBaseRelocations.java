package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.pe.PeFile;
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

/** What it costs that Windows may move a program. */
public final class PeBaseRelocations implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "pe-base-relocations", Severity.NOTE, "Base relocations are a large part of the file")
          .why(
              "Each pointer in the data of a program that Windows may load anywhere has an entry"
                  + " in .reloc. Many of them come from tables of texts.")
          .fix("# store offsets into one text instead of tables of &str")
          .tradeOff("an addition where a text is used")
          .touches("relocations")
          .help("https://learn.microsoft.com/windows/win32/debug/pe-format")
          .count("min-percent", 2, "say nothing below this share of the file")
          .bytes("min-bytes", 4 << 10, "say nothing about fewer bytes of them")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    List<FindingPlace> relocations =
        Places.sections(
            context,
            section -> section.kind() == Kind.RELOCATIONS || section.name().equals(".reloc"));
    if (context.file().as(PeFile.class).isPresent()
        && context.isLinked()
        && Places.fileSize(relocations) >= context.parameter("min-bytes")
        && 100 * Places.fileSize(relocations)
            >= context.parameter("min-percent") * context.fileSize()) {
      findings.add(
          "base relocations take " + Wording.bytes(Places.fileSize(relocations)),
          Saving.upTo(Places.fileSize(relocations), 0.5),
          relocations);
    }
  }
}
