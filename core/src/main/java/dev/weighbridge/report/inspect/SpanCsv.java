package dev.weighbridge.report.inspect;

import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/**
 * Every leaf span as comma-separated values, in the order of the file, then the memory-only ones:
 * what a script needs to check a partition byte by byte. {@code -1} stands for none; a memory-only
 * span has no place in the file, so its start and end are -1.
 */
public final class SpanCsv implements ReportWriter<SpanReport> {
  @Override
  public void write(SpanReport report, Appendable out) throws IOException {
    out.append("start,end,address,kind,basis,section,owner,subject,crate\n");
    SpanFields fields = new SpanFields(report.attribution(), report.policy());
    CsvLine line = new CsvLine(out);
    int count = report.attribution().partition().spanCount();
    for (int span = 0; span < count; span++) {
      line.add(fields.start(span)).add(fields.end(span));
      line.add(Figures.address(fields.address(span)));
      line.add(fields.kind(span)).add(fields.basis(span)).add(fields.section(span));
      line.add(fields.owner(span)).add(fields.subject(span)).add(fields.crate(span));
      line.end();
    }
  }
}
