package dev.weighbridge.report.copies;

import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.duplicates.DuplicateRow;
import dev.weighbridge.duplicates.DuplicateRow.What;
import dev.weighbridge.report.writing.CsvLine;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/** Duplicates as comma-separated values, one record for each row; names are joined by blanks. */
final class DuplicatesCsv implements ReportWriter<DuplicateList> {
  @Override
  public void write(DuplicateList list, Appendable out) throws IOException {
    CsvLine line = new CsvLine(out);
    line.add("what").add("label").add("copies").add("fileSize").add("saving");
    line.add("names").add("versions").end();
    for (What what : What.values()) {
      for (DuplicateRow row : list.rows(what)) {
        line.add(what.key()).add(row.label()).add(row.copyCount()).add(row.fileSize());
        line.add(row.saving()).add(String.join(" ", row.names()));
        line.add(String.join(" ", row.versions())).end();
      }
    }
  }
}
