package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.code.OnlyThere;
import dev.weighbridge.lint.facts.code.OnlyThere.Part;
import dev.weighbridge.lint.wording.Wording;
import java.util.Optional;
import java.util.regex.Pattern;

/** Printing of floating-point numbers by the library of C in an image for a small device. */
public final class BareFloatPrinting implements Rule {
  private static final Pattern NAMES =
      Pattern.compile(
          "^_*(dtoa_r|dtoa|ldtoa_r|printf_float|dtoa_engine|ftoa_engine|dcvt|ecvtbuf)$");

  private static final RuleInfo INFO =
      RuleInfo.of(
              "bare-float-printing",
              Severity.NOTE,
              "printf brings the printing of floating-point numbers")
          .why(
              "printf of newlib can print floating-point numbers whether or not a format asks for"
                  + " it, which takes exact arithmetic of large integers and memory from malloc.")
          .fix("# link with the compiler's --specs=nano.specs, and without -u _printf_float")
          .tradeOff("%f prints nothing; scaled integers have to do")
          .touches("code", "constants")
          .help("https://sourceware.org/newlib/libc.html")
          .bytes("min-bytes", 1 << 10, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Optional<OnlyThere> program = OnlyThere.of(context.attribution());
    if (program.isEmpty()) {
      findings.undecided("not all code is read");
      return;
    }
    Part part = program.get().without(NAMES);
    if (part.fileSize() >= context.parameter("min-bytes")) {
      findings.add(
          "the digits of floating-point numbers, and what only they lead to, take "
              + Wording.bytes(part.fileSize()),
          Saving.computed(part.fileSize(), 0.8),
          FindingPlace.spread("among them " + String.join(", ", part.largest()), part.codeSize()));
    }
  }
}
