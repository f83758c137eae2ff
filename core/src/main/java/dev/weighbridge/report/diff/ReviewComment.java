package dev.weighbridge.report.diff;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.check.CheckReport;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.report.writing.MarkdownWriter;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What changed between two builds, and which limits are broken, as one comment on a pull request in
 * Markdown: what everybody should see first, the rows folded. Its first line is a mark by which a
 * script finds the comment again to edit it.
 *
 * @param key tells comments of one pull request apart: letters, digits and {@code . _ / -}
 * @param diff what changed
 * @param check the limits, if there are any
 */
public record ReviewComment(String key, DiffReport diff, Optional<BudgetCheck> check) {
  /** The most characters it has; GitHub takes 65,536. */
  public static final int LONGEST = 65_000;

  /** Room for limits; more than this is for the log. */
  private static final int CHECK = 20_000;

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._/-]{1,100}");

  /** Fewer and fewer rows a level, where more do not fit. */
  private static final int[] ROWS = {100, 20, 5};

  /** Checks the key. */
  public ReviewComment {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(diff, "diff");
    Objects.requireNonNull(check, "check");
    // The key stands in a comment of HTML, which it must not be able to end.
    if (!KEY.matcher(key).matches() || key.contains("--")) {
      throw new IllegalArgumentException(
          "expected letters, digits and . _ / - without two hyphens, found '" + key + "'");
    }
  }

  /** The mark. */
  public String mark() {
    return "<!-- weighbridge:" + key + " -->";
  }

  /** The comment. */
  public String text() {
    StringBuilder first = new StringBuilder(mark()).append('\n');
    Answer answer = diff.answer();
    first.append(
        markdown(answer, answer.parts().stream().filter(Prose.class::isInstance).toList(), 0));
    check.ifPresent(limits -> first.append('\n').append(limits(limits)));
    String text = first + rows(diff);
    for (int rows : ROWS) {
      if (text.length() > LONGEST) {
        text = first + rows(withRows(rows));
      }
    }
    return text;
  }

  /** The limits, or how many are broken if telling which takes too long. */
  private static String limits(BudgetCheck check) {
    String text = new CheckReport(check).text(OutputFormat.MARKDOWN);
    if (text.length() <= CHECK) {
      return text;
    }
    String name = MarkdownText.code(check.file().name());
    return name + ": " + check.broken().size() + " limits are broken; the log shows them.\n";
  }

  private DiffReport withRows(int count) {
    RowSelection rows = diff.selection().rows();
    RowLimit limit = new RowLimit(count, rows.limit().exclude(), rows.limit().smallest());
    return new DiffReport(
        diff.diff(),
        new DiffSelection(
            new RowSelection(limit, rows.filter(), rows.order()),
            diff.selection().isUnchangedFolded()));
  }

  private static String rows(DiffReport report) {
    Answer answer = report.answer();
    List<Part> parts = new ArrayList<>(answer.parts());
    parts.removeIf(Prose.class::isInstance);
    // What has no room here would be counted, and is told by the page that the job keeps.
    return "\n<details>\n<summary>What changed, row by row</summary>\n\n"
        + markdown(answer, parts, LONGEST - CHECK - 5_000)
        + "\n</details>\n";
  }

  private static String markdown(Answer answer, List<Part> parts, int room) {
    StringBuilder text = new StringBuilder();
    try {
      new MarkdownWriter(room).write(new Answer(answer.schema(), answer.title(), parts), 0, text);
    } catch (IOException e) {
      throw new IllegalStateException("a string builder does no I/O", e);
    }
    return text.toString();
  }
}
