package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.ItemTable;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Prose;
import java.util.Objects;

/**
 * What nothing leads to in a file: the answer of the {@code garbage} command.
 *
 * @param file the file
 * @param items what nothing leads to
 */
public record GarbageReport(BinaryFile file, ItemTable items) implements Report {
  private static final String SCHEMA = "weighbridge/garbage/1";

  /** Checks that nothing is missing. */
  public GarbageReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(items, "items");
  }

  @Override
  public Answer answer() {
    return Answer.of(
        SCHEMA,
        file.name(),
        Prose.of(CommonParts.sizedLine(file)),
        CommonParts.identity(file),
        CommonParts.size(file),
        ItemParts.of(
            file,
            "notNeeded",
            "what nothing leads to",
            items,
            "No code or data that nothing leads to"),
        CommonParts.diagnostics(file));
  }
}
