/**
 * Answers put in order to be written: what there is to say, and nothing of any format.
 *
 * <pre>{@code
 * record Word(String text, long count) {}
 * List<Word> words = List.of(new Word("cat", 1_300), new Word("dog", 1));
 * Column<Word> word = Column.label("word", Word::text).titled("word");
 * Column<Word> count = Column.count("count", Word::count).titled("How often");
 * Table<Word> table = Table.of("rows", words).columns(List.of(count, word)).build();
 * Report report = () -> Answer.of("example/words/1", "words", table);
 * report.write(OutputFormat.MARKDOWN, console);
 * }</pre>
 *
 * <p>An {@link dev.weighbridge.report.answer.Answer} is made of parts: sentences, facts, and tables
 * whose columns are declared once, with what programs call them and what people see. A {@link
 * dev.weighbridge.report.answer.Medium} is what a format makes of it: some parts and columns are
 * only for people, some only for programs.
 *
 * <p>A format that is new to all answers is an {@link dev.weighbridge.report.answer.AnswerWriter}:
 * it goes through the parts, and takes the values of cells by a {@link
 * dev.weighbridge.report.answer.Column.Sink}. Names that a file chose pass through {@link
 * dev.weighbridge.report.answer.SafeText}.
 */
@NullMarked
package dev.weighbridge.report.answer;

import org.jspecify.annotations.NullMarked;
