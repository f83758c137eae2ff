package dev.weighbridge.lint.rules.debug;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Remedy;
import dev.weighbridge.lint.facts.Payload;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** Advice to strip, for files that carry something which strip tools throw away. */
final class StripAround {
  private StripAround() {}

  /** Adds a finding about what a strip tool would take, with a warning if it would take more. */
  static void add(LintContext context, Findings findings, Finding finding) {
    List<FindingPlace> payload = Payload.of(context.attribution());
    if (payload.isEmpty()) {
      findings.add(finding);
      return;
    }
    String what = payload.get(0).label();
    String bytes = Wording.bytes(Places.fileSize(payload));
    List<FindingPlace> places = new ArrayList<>(finding.places());
    places.addAll(payload);
    Remedy before =
        new Remedy(
            List.of(
                "# do not strip this file: a strip tool leaves out the "
                    + bytes
                    + " behind the image ("
                    + what
                    + ")",
                "# strip the program in the build, before they are appended, and append them then"),
            "any version",
            finding.rule().tradeOff(),
            "https://sourceware.org/binutils/docs/binutils/strip.html");
    findings.add(
        new Finding(
            finding.rule(),
            finding.severity(),
            finding.message() + ", but only before " + bytes + " were appended (" + what + ")",
            finding.saving(),
            finding.stripped(),
            before,
            places));
  }
}
