package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.facts.code.NamedCode;
import dev.weighbridge.lint.facts.code.OnlyThere;
import dev.weighbridge.lint.facts.code.OnlyThere.Part;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Unwind tables in an image without anybody who would read them. */
public final class BareUnwindTables implements Rule {
  private static final Set<String> TABLES =
      Set.of(".eh_frame", ".eh_frame_hdr", ".ARM.exidx", ".ARM.extab", ".gcc_except_table");

  /** What reads them: where one of these is called, they may be needed. */
  private static final Pattern READERS =
      Pattern.compile(
          "^_*(_Unwind_(RaiseException|Resume|Resume_or_Rethrow|Backtrace|ForcedUnwind|Find_FDE)"
              + "|register_frame_info|gnu_unwind_frame|unw_step)$");

  /** All that comes with it. */
  private static final Pattern UNWINDER =
      Pattern.compile(
          "^_*(_Unwind_|gnu_[uU]nwind|aeabi_unwind_cpp|unwind_phase|unwind_UCB|next_unwind_byte"
              + "|restore_core_regs|selfrel_offset31|search_EIT_table|get_eit_entry)");

  private static final RuleInfo INFO =
      RuleInfo.of(
              "bare-unwind-tables",
              Severity.WARNING,
              "Unwind tables are in an image that never unwinds")
          .why(
              "Compilers make tables for exceptions and backtraces, which are loaded like"
                  + " constants. Where nothing reads them, they and the unwinder that they bring"
                  + " along only fill flash. Debuggers use tables of their own.")
          .fix(
              "# panic = \"abort\" in the profile, and in the linker script:",
              "/DISCARD/ : { *(.ARM.exidx* .ARM.extab* .eh_frame* .gcc_except_table*) }")
          .tradeOff("no backtraces made on the device")
          .touches("tables", "code")
          .help("https://gcc.gnu.org/onlinedocs/gcc/Code-Gen-Options.html")
          .bytes("min-bytes", 64, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    List<FindingPlace> places =
        new ArrayList<>(
            Places.sections(context, s -> s.memorySize() > 0 && TABLES.contains(s.name())));
    long tables = Places.fileSize(places);
    if (tables < context.parameter("min-bytes")) {
      return;
    }
    Optional<OnlyThere> program = OnlyThere.of(context.attribution());
    if (program.isEmpty() || NamedCode.of(context.attribution()).functions() == 0) {
      findings.undecided("no names of functions, or not all code is read");
      return;
    }
    if (program.get().reached(READERS).codeSize() > 0) {
      return;
    }
    Part unwinder = program.get().unreached(UNWINDER);
    if (unwinder.codeSize() > 0) {
      places.add(FindingPlace.spread("code of the unwinder", unwinder.codeSize()));
    }
    findings.add(
        "unwind tables take "
            + Wording.bytes(tables)
            + (unwinder.codeSize() > 0
                ? ", the unwinder they bring along " + Wording.bytes(unwinder.codeSize())
                : "")
            + ", and nothing reads them",
        Saving.computed(tables + unwinder.codeSize(), 0.9),
        places);
  }
}
