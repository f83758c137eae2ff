package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What debug information says of an image; each table is read when first asked for, then kept. May
 * be used by several threads.
 */
public final class DebugInformation {
  /** What an image without debug information has. */
  public static final DebugInformation NONE = new DebugInformation(null, List.of(), -1, -1);

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
  private final Answer<VariableTable> variables =
      new Answer<>(
          DebugSource::variables,
          new VariableTable.Builder().build(new SourceTable.Builder().build()));
  private final Answer<DebugBytes> bytes =
      new Answer<>(DebugSource::bytes, new DebugBytes.Builder().build());

  private final long fileOrigin;
  private final long dataOrigin;

  private DebugInformation(
      @Nullable DebugSource source, List<DebugFile> files, long fileOrigin, long dataOrigin) {
    this.source = source;
    this.files = List.copyOf(files);
    this.fileOrigin = fileOrigin;
    this.dataOrigin = dataOrigin;
  }

  /**
   * The debug information that a source reads.
   *
   * @param files that it is read from; the first is the image's own
   */
  public static DebugInformation of(DebugSource source, List<DebugFile> files) {
    Objects.requireNonNull(files, "files");
    return new DebugInformation(Objects.requireNonNull(source, "source"), files, -1, -1);
  }

  /**
   * The debug information that a source reads, in which addresses are places in the file, as in
   * objects and Wasm modules.
   *
   * @param files that it is read from; the first is the image's own
   * @param origin file offset of address 0, counted from the start of the image
   */
  public static DebugInformation ofPlaces(DebugSource source, List<DebugFile> files, long origin) {
    Objects.requireNonNull(files, "files");
    if (origin < 0) {
      throw new IllegalArgumentException("origin: expected 0 or more, found " + origin);
    }
    return new DebugInformation(Objects.requireNonNull(source, "source"), files, origin, -1);
  }

  /**
   * The same, of a format in which data has addresses of its own, as in Wasm: those of variables
   * count from an address at which the image has its data.
   *
   * @param origin address that address 0 of data stands for, 1 or more
   */
  public DebugInformation withDataAt(long origin) {
    if (origin < 1) {
      throw new IllegalArgumentException("origin: expected 1 or more, found " + origin);
    }
    return new DebugInformation(source, files, fileOrigin, origin);
  }

  /**
   * The address that address 0 of a variable stands for, if data has addresses of its own; -1 if
   * they are addresses as those of code.
   */
  public long dataOrigin() {
    return dataOrigin;
  }

  /**
   * File offset of address 0, counted from the start of the image, if addresses in its tables are
   * places in the file; -1 if they are those that the image is loaded at.
   */
  public long fileOrigin() {
    return fileOrigin;
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

  /**
   * The variables that have a place of their own; none if there is no debug information. Where
   * {@link #dataOrigin} says so, their addresses count from there.
   */
  public VariableTable variables() {
    // Those of code alone may be places in the file; what an address of data is is then not known.
    return variables.of(fileOrigin > 0 && dataOrigin < 0 ? null : source);
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
   * What was wrong with the tables read so far: of units, lines, inlines, variables, bytes, in that
   * order. What several of them met is there once.
   */
  public List<Diagnostic> diagnostics() {
    Set<Diagnostic> all = new LinkedHashSet<>();
    for (Answer<?> answer : List.of(units, lines, inlines, variables, bytes)) {
      all.addAll(answer.defects());
    }
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return isPresent() ? "debug information of " + files.size() + " files" : "none";
  }
}
