package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/**
 * Findings as comma-separated values, one record each, most severe first. What a finding rests on
 * is counted and summed; JSON lists it.
 */
final class LintCsv implements ReportWriter<LintResult> {
  @Override
  public void write(LintResult result, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    line.add("rule").add("severity").add("message");
    line.add("savingBytes").add("savingBasis").add("confidence");
    line.add("evidenceCount").add("evidenceBytes").add("fix").add("since").add("tradeOff");
    line.add("help").end();
    for (Finding finding : result.findings()) {
      line.add(finding.rule().id()).add(finding.severity().key()).add(finding.message());
      line.add(finding.saving().bytes()).add(finding.saving().basis().key());
      line.add(Double.toString(finding.saving().confidence()));
      line.add(finding.places().size());
      line.add(finding.places().stream().mapToLong(FindingPlace::fileSize).sum());
      line.add(String.join("\n", finding.fix())).add(finding.rule().since());
      line.add(finding.rule().tradeOff()).add(finding.rule().help()).end();
    }
  }
}
