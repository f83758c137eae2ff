package dev.weighbridge.report.history;

import dev.weighbridge.history.History;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.List;
import java.util.Objects;

/**
 * The builds of a history: the answer of the {@code history show} command.
 *
 * @param name of the history
 * @param history the builds
 * @param count how many of the last builds are shown; 0 for all
 */
public record HistoryReport(String name, History history, int count) implements Report {
  private static final String SCHEMA = "weighbridge/history-show/1";

  /** Checks that nothing is missing. */
  public HistoryReport {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(history, "history");
  }

  @Override
  public Answer answer() {
    List<HistoryEntry> builds = count == 0 ? history.builds() : history.last(count);
    int all = history.builds().size();
    String some = all + (all == 1 ? " build" : " builds");
    String shown = builds.size() < all ? ", the last " + builds.size() : "";
    List<Column<HistoryEntry>> people =
        List.of(
            Column.<HistoryEntry>word("", CommitText::day).titled("Day").wide(10),
            Column.<HistoryEntry>name("", CommitText::of).titled("Commit"),
            Column.bytes("", HistoryEntry::fileSize).titled("File size").wide(13),
            Column.bytes("", HistoryEntry::memorySize).titled("Memory size").wide(13),
            Column.<HistoryEntry>name("", HistoryEntry::target).titled("Target"),
            Column.<HistoryEntry>name("", HistoryEntry::file).titled("File"));
    List<Column<HistoryEntry>> programs =
        List.of(
            Column.name("commit", HistoryEntry::commit),
            Column.word("time", build -> build.time().toString()),
            Column.name("file", HistoryEntry::file),
            Column.name("target", HistoryEntry::target),
            Column.bytes("fileSize", HistoryEntry::fileSize),
            Column.bytes("memorySize", HistoryEntry::memorySize));
    return Answer.of(
        SCHEMA,
        name,
        Prose.of(Line.EMPTY.strongName(name).add(": " + some + shown)),
        Table.of("builds", builds)
            .columns(Medium.TEXT, people)
            .columns(Medium.MARKUP, people)
            .programs(programs)
            .ifEmpty(Line.EMPTY)
            .build());
  }
}
