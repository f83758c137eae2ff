/**
 * What builds of programs weighed, one line of JSON a build, in a file that only grows.
 *
 * <pre>{@code
 * HistoryEntry build = HistoryEntry.of(model.query(), "tally", "0123abc", Instant.now());
 * HistoryFile.at(Path.of("history.jsonl")).add(build);
 * History history = HistoryFile.at(Path.of("history.jsonl")).read();
 * history.series("tally", build.target()).last(20).forEach(entry -> System.out.println(entry.fileSize()));
 * }</pre>
 *
 * <p>Lines do not depend on each other and are put in order by their time, so files of two branches
 * are merged by taking the lines of both.
 */
@NullMarked
package dev.weighbridge.history;

import org.jspecify.annotations.NullMarked;
