package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import java.io.IOException;
import java.util.List;

/**
 * What nothing leads to in a file: the answer of the {@code garbage} command.
 *
 * @param file the file
 * @param items what nothing leads to
 */
public record GarbageReport(BinaryFile file, ItemTable items) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /** The schema of its JSON and its version. */
  static final String SCHEMA = "weighbridge/garbage/1";

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    switch (format) {
      case TEXT -> {
        ItemsText text = new ItemsText(file, width, out);
        text.title("");
        text.table("what nothing leads to", items, "No code or data that nothing leads to");
      }
      case JSON -> ItemsJson.write(out, SCHEMA, file, "", List.of("notNeeded"), List.of(items));
      case CSV -> ItemsCsv.write(out, List.of("notNeeded"), List.of(items));
      default -> throw format.isNoneOf(FORMATS);
    }
  }
}
