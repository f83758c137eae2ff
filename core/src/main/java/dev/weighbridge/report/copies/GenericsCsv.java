package dev.weighbridge.report.copies;

import dev.weighbridge.generics.Generic;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/** Generic items as comma-separated values, one record for each. */
final class GenericsCsv implements ReportWriter<GenericsReport> {
  @Override
  public void write(GenericsReport report, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    line.add("generic").add("copies").add("codeSize").add("fileSize").add("largest").add("mean");
    line.add("distinct").add("distinctMasked").add("identicalSaving").add("maskedSaving");
    line.add("likelySaving").add("savingBound").end();
    for (Generic row : report.list().rows()) {
      line.add(row.label()).add(row.copyCount()).add(row.codeSize()).add(row.fileSize());
      line.add(row.largest()).add(row.mean()).add(row.distinct()).add(row.distinctMasked());
      line.add(row.identicalSaving()).add(row.maskedSaving()).add(row.likelySaving());
      line.add(row.savingBound()).end();
    }
  }
}
