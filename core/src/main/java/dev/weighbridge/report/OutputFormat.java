package dev.weighbridge.report;

import dev.weighbridge.report.answer.AnswerWriter;
import dev.weighbridge.report.answer.TextStyle;
import dev.weighbridge.report.writing.CsvWriter;
import dev.weighbridge.report.writing.HtmlWriter;
import dev.weighbridge.report.writing.JsonWriter;
import dev.weighbridge.report.writing.MarkdownWriter;
import dev.weighbridge.report.writing.SvgWriter;
import dev.weighbridge.report.writing.TextWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a report can be written. Anyone may make another one, in which every report can be written,
 * by the writer that it has.
 *
 * @param name in commands: {@code text}
 * @param mediaType as registered, or of the tree {@code x-} of none: {@code text/csv}
 * @param extension of names of files, without the dot: {@code csv}
 * @param writer writes any answer
 */
public record OutputFormat(String name, String mediaType, String extension, AnswerWriter writer) {
  /** For people at a terminal. */
  public static final OutputFormat TEXT = text(TextStyle.PLAIN);

  /** For programs: one object, or one a line where there is a row for each byte range. */
  public static final OutputFormat JSON =
      new OutputFormat("json", "application/json", "json", new JsonWriter());

  /** For spreadsheets: comma-separated values, RFC 4180, with a line of column names. */
  public static final OutputFormat CSV =
      new OutputFormat("csv", "text/csv", "csv", new CsvWriter());

  /** For comments on pull requests: Markdown as GitHub reads it. */
  public static final OutputFormat MARKDOWN =
      new OutputFormat("markdown", "text/markdown", "md", new MarkdownWriter());

  /** For browsers: one page that needs no network. */
  public static final OutputFormat HTML =
      new OutputFormat("html", "text/html", "html", new HtmlWriter());

  /** For documents and READMEs: a map as one picture; of the reports that have one. */
  public static final OutputFormat SVG =
      new OutputFormat("svg", "image/svg+xml", "svg", new SvgWriter());

  /** Those that every report has, {@link #TEXT} first. */
  public static final List<OutputFormat> GENERAL = List.of(TEXT, JSON, CSV, MARKDOWN, HTML);

  /** Those of reports that have a map, {@link #TEXT} first. */
  public static final List<OutputFormat> WITH_MAP = List.of(TEXT, JSON, CSV, MARKDOWN, HTML, SVG);

  /** Checks that nothing is missing. */
  public OutputFormat {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(extension, "extension");
    Objects.requireNonNull(writer, "writer");
  }

  /** {@link #TEXT} in a style: with other units, or as a terminal can show it. */
  public static OutputFormat text(TextStyle style) {
    Objects.requireNonNull(style, "style");
    return new OutputFormat("text", "text/plain", "txt", new TextWriter(style));
  }

  /** The format of this name among some, or empty if none has it. */
  public static Optional<OutputFormat> named(String name, List<OutputFormat> formats) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(formats, "formats");
    for (OutputFormat format : formats) {
      if (format.name.equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Written out because a new process has no time to bind the generated one. */
  @Override
  public boolean equals(Object other) {
    return other instanceof OutputFormat format
        && name.equals(format.name)
        && mediaType.equals(format.mediaType)
        && extension.equals(format.extension)
        && writer.equals(format.writer);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
