package dev.weighbridge.document;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What makes a file or a package larger than it need be, as {@code weighbridge lint --format json}
 * wrote it: {@code weighbridge/lint/1}.
 *
 * @param file its name
 * @param findings the most severe first
 * @param undecided rules that could not tell; none for a package
 * @param others how many findings more there were, which {@code --rows} and its like left out
 */
public record LintDocument(
    String file, List<Finding> findings, List<Undecided> undecided, long others) {
  private static final String SCHEMA = "weighbridge/lint/1";

  /**
   * A finding.
   *
   * @param rule which rule found it
   * @param severity {@code note}, {@code warning} or {@code error}
   * @param message what was found
   * @param saving bytes of the file that could be saved; 0 also if that is not known
   * @param savingBasis how sure that is: {@code exact}, {@code estimated}; empty for a package
   * @param fix what to do, line by line; none for a package
   * @param help what to do, as a sentence
   * @param evidence where it was found, the largest first
   */
  public record Finding(
      String rule,
      String severity,
      String message,
      long saving,
      Optional<String> savingBasis,
      List<String> fix,
      String help,
      List<Place> evidence) {
    /** Copies. */
    public Finding {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(severity, "severity");
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(savingBasis, "savingBasis");
      Objects.requireNonNull(fix, "fix");
      Objects.requireNonNull(help, "help");
      Objects.requireNonNull(evidence, "evidence");
      fix = List.copyOf(fix);
      evidence = List.copyOf(evidence);
    }

    private static Finding of(ConfigTable finding) {
      return new Finding(
          finding.requiredText("rule"),
          finding.requiredText("severity"),
          finding.presentText("message"),
          DocumentText.count(finding, "savingBytes"),
          finding.text("savingBasis"),
          finding.texts("fix"),
          finding.presentText("help"),
          DocumentText.rows(finding, "evidence").stream().map(Place::of).toList());
    }
  }

  /**
   * Where something was found.
   *
   * @param label what is there
   * @param fileOffset where; empty if it has no one place
   * @param fileSize its bytes in the file; empty for a package
   * @param shipped its bytes that travel; empty for a binary
   */
  public record Place(
      String label, OptionalLong fileOffset, OptionalLong fileSize, OptionalLong shipped) {
    /** Refuses null. */
    public Place {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(fileOffset, "fileOffset");
      Objects.requireNonNull(fileSize, "fileSize");
      Objects.requireNonNull(shipped, "shipped");
    }

    private static Place of(ConfigTable place) {
      return new Place(
          place.presentText("label"),
          place.address("fileOffset"),
          place.count("fileSize"),
          place.count("shipped"));
    }
  }

  /**
   * A rule that could not tell.
   *
   * @param rule which
   * @param reason why
   */
  public record Undecided(String rule, String reason) {
    /** Refuses null. */
    public Undecided {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(reason, "reason");
    }

    private static Undecided of(ConfigTable open) {
      return new Undecided(open.requiredText("rule"), open.presentText("reason"));
    }
  }

  /** Copies. */
  public LintDocument {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(findings, "findings");
    Objects.requireNonNull(undecided, "undecided");
    findings = List.copyOf(findings);
    undecided = List.copyOf(undecided);
  }

  /** One that leaves nothing out. */
  public LintDocument(String file, List<Finding> findings, List<Undecided> undecided) {
    this(file, findings, undecided, 0);
  }

  /**
   * Reads the JSON that {@code weighbridge lint --format json} wrote.
   *
   * @throws IOException if the file cannot be read
   * @throws dev.weighbridge.config.ConfigException if it is no such document, is longer than a
   *     thirty-second part of the heap, or deeper than 256 levels; its message is one line: which
   *     member, what was expected, what was found
   */
  public static LintDocument read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return parse(file.toString(), DocumentText.of(file));
  }

  /**
   * Reads such a stream to its end, which is not closed; errors as for {@link #read(Path)}.
   *
   * @param source what it is called in errors: a file name
   */
  public static LintDocument read(String source, InputStream stream) throws IOException {
    return parse(source, DocumentText.of(source, stream));
  }

  /**
   * Reads such a text; errors as for {@link #read(Path)}.
   *
   * @param source what it is called in errors: a file name
   */
  public static LintDocument parse(String source, String text) {
    return of(DocumentText.parse(source, text, SCHEMA));
  }

  private static LintDocument of(ConfigTable document) {
    return new LintDocument(
        document.presentText("file"),
        DocumentText.rows(document, "findings").stream().map(Finding::of).toList(),
        document.tables("undecided").stream().map(Undecided::of).toList(),
        document.table("others").map(rest -> DocumentText.count(rest, "count")).orElse(0L));
  }

  @Override
  public String toString() {
    return file + ", " + findings.size() + " findings";
  }
}
