package dev.weighbridge.cli.options;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.diff.ChangeThreshold;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.diff.DiffReport;
import dev.weighbridge.report.diff.ReviewComment;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The arguments that are about what is worth a comment on a pull request.
 *
 * @param arguments all of them
 */
public record CommentArguments(Arguments arguments) {
  /** Below which changes are noise, if the option is given. */
  public Optional<ChangeThreshold> threshold() {
    String text = arguments.text(Options.THRESHOLD);
    return text == null
        ? Optional.empty()
        : Optional.of(told(Options.THRESHOLD, () -> ChangeThreshold.parse(text)));
  }

  /** Whether a comment is asked for. */
  public boolean isComment() {
    return arguments.isGiven(Options.COMMENT);
  }

  /** A comment, known by the key that was given. */
  public ReviewComment comment(DiffReport diff, Optional<BudgetCheck> check) {
    String key = arguments.text(Options.COMMENT, "");
    return told(Options.COMMENT, () -> new ReviewComment(key, diff, check));
  }

  /** What the library makes of a text that it says itself what it expected of. */
  private static <T> T told(String option, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  /** The format: comments are Markdown, and only those for people can be silent. */
  public OutputFormat format() {
    if (!arguments.isGiven(Options.BUDGET)) {
      arguments.refuse("diff without --budget", Options.HISTORY);
    }
    if (!arguments.isGiven(Options.HISTORY)) {
      arguments.refuse("diff without --history", Options.NAME, Options.TARGET);
    }
    if (!isComment()) {
      arguments.refuse("diff without --comment", Options.BUDGET, Options.TODAY);
    } else if (!arguments.isGiven(Options.FORMAT)) {
      return OutputFormat.MARKDOWN;
    }
    OutputFormat format = arguments.format(OutputFormat.GENERAL);
    boolean isMarkdown = format.equals(OutputFormat.MARKDOWN);
    if (isComment() && !isMarkdown) {
      throw new UsageException(Options.FORMAT, "markdown, as comments are", format.name());
    }
    boolean isForPeople = isMarkdown || format.equals(OutputFormat.TEXT);
    if (arguments.isGiven(Options.THRESHOLD) && !isForPeople) {
      throw new UsageException(
          Options.THRESHOLD, "text or markdown to be silent in", format.name());
    }
    return format;
  }
}
