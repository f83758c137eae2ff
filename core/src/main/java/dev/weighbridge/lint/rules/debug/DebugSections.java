package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.facts.Places;
import java.util.List;
import java.util.Set;

/** Sections of debug information by what they tell of, whatever the format calls them. */
final class DebugSections {
  private static final Set<String> OF_VARIABLES = Set.of("loc", "loclists");

  /** What is in these goes into the other file if units are split, most of it at least. */
  private static final Set<String> OF_UNITS =
      Set.of(
          "info",
          "types",
          "abbrev",
          "aranges",
          "line_str",
          "ranges",
          "str",
          "str_offsets",
          "loc",
          "loclists",
          "rnglists",
          "macinfo",
          "macro");

  private DebugSections() {}

  /** Where variables are at each place of the code: only full debug information has that. */
  static boolean hasVariables(LintContext context) {
    return !Places.sections(context, s -> OF_VARIABLES.contains(word(s))).isEmpty();
  }

  /** All but the programs that tell lines. */
  static List<FindingPlace> withoutLines(LintContext context) {
    return Places.sections(context, s -> s.kind() == Kind.DEBUG && !word(s).equals("line"));
  }

  /** What splitting the units takes out of the program. */
  static List<FindingPlace> splitOff(LintContext context) {
    return Places.sections(context, s -> OF_UNITS.contains(word(s)));
  }

  /** The sections of a word; compressed or not. */
  static List<FindingPlace> of(LintContext context, String word) {
    return Places.sections(context, s -> word(s).equals(word));
  }

  /** {@code line} of {@code .debug_line}, {@code .zdebug_line} and {@code __debug_line}. */
  private static String word(Section section) {
    int at = section.name().indexOf("debug_");
    return at < 0 ? "" : section.name().substring(at + "debug_".length());
  }
}
