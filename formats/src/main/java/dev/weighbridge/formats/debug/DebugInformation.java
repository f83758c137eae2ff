package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What debug information says of an image; each table is read when first asked for, then kept. May
 * be used by several threads.
 */
public final class DebugInformation {
  /** What an image without debug information has. */
  public static final DebugInformation NONE = new DebugInformation(null, List.of());

  private static final class Answer<T> {
    private final BiFunction<DebugSource, Diagnostics, T> question;
    private final T absent;
    private @Nullable T answer;
    private List<Diagnostic> defects = List.of();

    Answer(BiFunction<DebugSource, Diagnostics, T> question, T absent) {
      this.question = question;
      this.absent = absent;
    }

    synchronized T of(@Nullable DebugSource source) {
      if (answer == null) {
        Diagnostics diagnostics = new Diagnostics();
        answer = source == null ? absent : question.apply(source, diagnostics);
        defects = diagnostics.list();
      }
      return answer;
    }

    synchronized List<Diagnostic> defects() {
      return defects;
    }
  }

  private final @Nullable DebugSource source;
  private final List<DebugFile> files;
  private final Answer<UnitTable> units =
      new Answer<>(DebugSource::units, new UnitTable.Builder().build());
  private final Answer<LineTable> lines =
      new Answer<>(
          DebugSource::lines, new LineTable.Builder().build(new SourceTable.Builder().build()));
  private final Answer<InlineTable> inlines =
      new Answer<>(
          DebugSource::inlines,
          new InlineTable.Builder()
              .build(new FunctionNames.Builder().build(), new SourceTable.Builder().build()));
  private final Answer<DebugBytes> bytes =
      new Answer<>(DebugSource::bytes, new DebugBytes.Builder().build());

  private DebugInformation(@Nullable DebugSource source, List<DebugFile> files) {
    this.source = source;
    this.files = List.copyOf(files);
  }

  /**
   * The debug information that a source reads.
   *
   * @param files that it is read from; the first is the image's own
   */
  public static DebugInformation of(DebugSource source, List<DebugFile> files) {
    return new DebugInformation(Optional.of(source).get(), files);
  }

  /** Whether there is any; tells it without reading. */
  public boolean isPresent() {
    return source != null;
  }

  /** The units; none if there is no debug information. */
  public UnitTable units() {
    return units.of(source);
  }

  /** The lines; none if there is no debug information. */
  public LineTable lines() {
    return lines.of(source);
  }

  /** The functions and where they were inlined; none if there is no debug information. */
  public InlineTable inlines() {
    return inlines.of(source);
  }

  /** Whose the debug bytes of the image's own file are. */
  public DebugBytes bytes() {
    return bytes.of(source);
  }

  /** The files that it is read from: 0 is the image's own; only its bytes are weighed. */
  public List<DebugFile> files() {
    return files;
  }

  /**
   * What was wrong with the tables read so far: of units, lines, inlines, bytes, in that order.
   * What several of them met is there once.
   */
  public List<Diagnostic> diagnostics() {
    Set<Diagnostic> all = new LinkedHashSet<>();
    for (Answer<?> answer : List.of(units, lines, inlines, bytes)) {
      all.addAll(answer.defects());
    }
    return List.copyOf(all);
  }
}
