package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.NamedCode;
import dev.weighbridge.lint.facts.code.OnlyThere;
import dev.weighbridge.lint.facts.code.OnlyThere.Part;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Formatting in a no_std image that only panics bring in. */
public final class BarePanicFormatting implements Rule {
  private static final Pattern PANICS =
      Pattern.compile(
          "4core9panicking|rust_begin_unwind|4core6option13unwrap_failed|4core6result13unwrap_failed");

  private static final RuleInfo INFO =
      RuleInfo.of(
              "bare-panic-formatting",
              Severity.WARNING,
              "Panics bring formatting into an image without an operating system")
          .why(
              "A panic builds a message of its arguments and hands it to the panic handler. If"
                  + " that prints it, or merely could, core::fmt, the messages and the places of"
                  + " all panics stay in flash.")
          .fix(
              "# a handler that prints nothing, for example of the crate panic-halt; or, with",
              "# panic = \"immediate-abort\" in the profile, no messages at all:",
              "cargo +nightly build --release --target TARGET -Z build-std=core -Z"
                  + " panic-immediate-abort")
          .since("any Rust for another handler; nightly Rust for panics without messages")
          .tradeOff("the device stops without a word")
          .touches("code", "constants")
          .help(Guide.UNSTABLE + "panic-immediate-abort")
          .bytes("min-bytes", 256, "say nothing about less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!RustBuild.of(context.attribution()).isRust()) {
      return;
    }
    Optional<OnlyThere> program = OnlyThere.of(context.attribution());
    if (program.isEmpty() || NamedCode.of(context.attribution()).functions() == 0) {
      findings.undecided("no names of functions, or not all code is read");
      return;
    }
    Part part = program.get().without(PANICS);
    boolean formats = part.largest().stream().anyMatch(name -> name.contains("core::fmt"));
    if (formats && part.fileSize() >= context.parameter("min-bytes")) {
      findings.add(
          "panics and what only they lead to take "
              + Wording.bytes(part.fileSize())
              + ", formatting included",
          Saving.computed(part.fileSize(), 0.85),
          places(part));
    }
  }

  private static List<FindingPlace> places(Part part) {
    return List.of(
        FindingPlace.spread("among them " + String.join(", ", part.largest()), part.codeSize()));
  }
}
