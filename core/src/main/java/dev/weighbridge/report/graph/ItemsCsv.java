package dev.weighbridge.report.graph;

import dev.weighbridge.graph.ItemRow;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.CsvLine;
import java.io.IOException;
import java.util.List;

/** Tables of items as comma-separated values, one record for each row. */
final class ItemsCsv {
  private ItemsCsv() {}

  static void write(Appendable out, List<String> keys, List<ItemTable> tables) throws IOException {
    CsvLine line = new CsvLine(out);
    line.add("what").add("label").add("fileSize").add("codeSize").add("count");
    line.add("address").add("mangled").end();
    for (int i = 0; i < tables.size(); i++) {
      ItemTable table = tables.get(i);
      for (ItemRow row : table.rows()) {
        line.add(keys.get(i)).add(row.label()).add(row.fileSize()).add(row.codeSize());
        line.add(row.count()).add(Figures.address(row.address()));
        line.add(row.rawNames().isEmpty() ? "" : row.rawNames().get(0)).end();
      }
    }
  }
}
