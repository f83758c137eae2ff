package dev.weighbridge.lint.rules;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.DebugOwners;
import dev.weighbridge.lint.facts.Places;
import java.util.List;

/** Debug information of variables and types, where lines may be enough. */
final class DebugDetail implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("debug-detail", Severity.NOTE, "Debug information tells of variables and types")
          .why(
              "Backtraces and profilers need lines and the names of inlined functions. Variables"
                  + " and types, which only debuggers ask for, take most of the bytes, and most of"
                  + " them are about dependencies.")
          .fix(
              "[profile.release]",
              "debug = \"line-tables-only\"",
              "# or keep all of it in files beside the program:",
              "split-debuginfo = \"packed\"")
          .since("Rust 1.71")
          .tradeOff("debuggers show no variables, or need the file beside the program")
          .touches("debug")
          .help(Guide.PROFILES + "debug")
          .bytes("min-bytes", 64 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked() || Places.sections(context, DebugDetail::isOfVariables).isEmpty()) {
      return;
    }
    List<FindingPlace> more =
        Places.sections(context, s -> s.kind() == Kind.DEBUG && !isOfLines(s));
    long bytes = Places.fileSize(more);
    if (bytes >= context.parameter("min-bytes")) {
      List<FindingPlace> owners = DebugOwners.largest(context);
      findings.add(
          "all but lines takes " + Wording.bytes(bytes) + " of debug information",
          Saving.upTo(bytes, 0.8),
          owners.isEmpty() ? more : owners);
    }
  }

  /** Where variables are at each place of the code: only full debug information has that. */
  private static boolean isOfVariables(Section section) {
    String name = plain(section);
    return name.equals("debug_loc") || name.equals("debug_loclists");
  }

  private static boolean isOfLines(Section section) {
    String name = plain(section);
    return name.equals("debug_line") || name.equals("debug_line_str");
  }

  /** {@code debug_line} of {@code .debug_line}, {@code .zdebug_line} and {@code __debug_line}. */
  private static String plain(Section section) {
    int at = section.name().indexOf("debug_");
    return at < 0 ? "" : section.name().substring(at);
  }
}
