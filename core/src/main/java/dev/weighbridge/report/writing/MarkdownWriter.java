package dev.weighbridge.report.writing;

import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.Fold;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Picture;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers as Markdown fit for a comment on a pull request: sentences and tables of the first level,
 * and behind them folded what lies below. What is folded is left out where the comment would get
 * too long for a forge, and counted.
 */
public final class MarkdownWriter implements AnswerWriter {
  private final int room;

  /** A writer of comments. */
  public MarkdownWriter() {
    this(FoldedTables.COMMENT);
  }

  /**
   * A writer of texts of a length.
   *
   * @param room about how many characters to write at most: folded tables that do not fit are left
   *     out and counted; 0 leaves none out
   */
  public MarkdownWriter(int room) {
    this.room = room;
  }

  @Override
  public void write(Answer answer, int width, Appendable out) throws IOException {
    List<Part> parts = new ArrayList<>(answer.parts(Medium.MARKUP));
    parts.removeIf(Picture.class::isInstance);
    if (parts.stream().noneMatch(MarkdownWriter::isFolded)) {
      new MarkdownParts(new MarkdownText(out)).write(parts);
      return;
    }
    StringBuilder first = new StringBuilder();
    new MarkdownParts(new MarkdownText(first))
        .write(parts.stream().filter(part -> !(part instanceof Fold)).toList());
    out.append(first);
    int left = room == 0 ? Integer.MAX_VALUE : Math.max(1, room - first.length());
    for (Part part : parts) {
      FoldedTables tables = new FoldedTables(out, left);
      if (part instanceof Fold fold) {
        fold(fold, tables);
      } else if (part instanceof Table<?> table && table.hasLevels()) {
        below(table, tables);
      }
      left = Math.max(1, tables.room());
    }
  }

  private static boolean isFolded(Part part) {
    return part instanceof Fold || (part instanceof Table<?> table && table.hasLevels());
  }

  private static void fold(Fold fold, FoldedTables tables) throws IOException {
    tables.summary(fold.summary());
    for (List<Part> block : fold.blocks()) {
      tables.add(
          text -> {
            new MarkdownParts(text).write(block);
            text.end();
          });
    }
    tables.end();
  }

  private static <R> void below(Table<R> table, FoldedTables tables) throws IOException {
    MarkdownTable<R> markdown = new MarkdownTable<>(table);
    Levels<R> levels = table.levels(Medium.MARKUP);
    tables.summary(markdown.summary());
    for (R row : table.rows()) {
      List<R> below = levels.below(row, 1);
      if (!below.isEmpty()) {
        tables.add(text -> markdown.writeBelow(row, below, text));
      }
    }
    tables.end();
  }
}
