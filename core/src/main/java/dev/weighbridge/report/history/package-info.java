/**
 * Histories of builds, written down.
 *
 * <pre>{@code
 * History history = HistoryFile.at(Path.of("history.jsonl")).read();
 * Trend trend = Trend.of(history, "tally", "ELF x86_64", HistoryFigure.FILE, 20);
 * new TrendReport(trend).write(OutputFormat.MARKDOWN, out);
 * }</pre>
 */
@NullMarked
package dev.weighbridge.report.history;

import org.jspecify.annotations.NullMarked;
