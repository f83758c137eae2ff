package dev.weighbridge.lint.rules.sections;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Pages that are only there to keep code apart from data. */
public final class SectionPadding implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "section-padding", Severity.NOTE, "Code is padded to pages of its own in the file")
          .why(
              "GNU ld begins and ends code on page borders so that no other bytes are"
                  + " executable, and fills the file up to them.")
          .fix("RUSTFLAGS=\"-C link-arg=-Wl,-z,noseparate-code\" cargo build --release")
          .tradeOff(
              "read-only data next to the code becomes executable, which helps attackers a little")
          .touches("padding")
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
    if (elf.isEmpty() || !context.isLinked()) {
      return;
    }
    List<FindingPlace> gaps = new ArrayList<>();
    ElfProgramHeader before = null;
    for (ElfProgramHeader segment : loaded(elf.get())) {
      if (before != null
          && before.permissions().contains("x") != segment.permissions().contains("x")
          && !segment.permissions().contains("w")) {
        long end = end(before, context.fileSize());
        long start = Math.min(segment.offset(), context.fileSize());
        if (start > end) {
          gaps.add(new FindingPlace("padding before segment " + segment.index(), end, start - end));
        }
      }
      before = segment;
    }
    if (Places.fileSize(gaps) >= context.parameter("min-bytes")) {
      findings.add(
          Wording.bytes(Places.fileSize(gaps)) + " of the file only pad code to whole pages",
          Saving.counted(Places.fileSize(gaps), 0.9),
          gaps);
    }
  }

  /** Where a segment ends, at the latest with the file: a damaged header may state any number. */
  private static long end(ElfProgramHeader segment, long fileSize) {
    boolean isInside =
        segment.offset() >= 0
            && segment.fileSize() >= 0
            && segment.fileSize() <= fileSize
            && segment.offset() <= fileSize - segment.fileSize();
    return isInside ? segment.offset() + segment.fileSize() : fileSize;
  }

  private static List<ElfProgramHeader> loaded(ElfFile elf) {
    return elf.programHeaders().stream()
        .filter(ElfProgramHeader::isLoaded)
        .sorted(Comparator.comparingLong(ElfProgramHeader::offset))
        .toList();
  }
}
