package dev.weighbridge.maven;

import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import java.io.IOException;

/**
 * A report that says one sentence to people, as nothing in it is worth more; programs have it all.
 *
 * @param whole all of it
 * @param sentence what people are told, a line
 */
record QuietReport(Report whole, String sentence) implements Report {
  @Override
  public Answer answer() {
    return whole.answer();
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (format.equals(OutputFormat.TEXT) || format.equals(OutputFormat.MARKDOWN)) {
      out.append(sentence);
    } else {
      whole.write(format, width, out);
    }
  }
}
