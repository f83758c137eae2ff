package dev.weighbridge.report.answer;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What answers say alike. */
public final class CommonParts {
  private CommonParts() {}

  /** Its name, format and machine, for programs. */
  public static Facts<BinaryFile> identity(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return Facts.of(
        file,
        () ->
            List.of(
                Column.name("file", BinaryFile::name),
                Column.name("format", BinaryFile::format),
                Column.name("machine", BinaryFile::machine)));
  }

  /** Its bytes, for programs. */
  public static Facts<BinaryFile> size(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return Facts.of(file, () -> List.of(Column.bytes("fileSize", BinaryFile::fileSize)));
  }

  /** Its name, format and machine, for people: {@code app: ELF x86_64}. */
  public static Line line(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return Line.EMPTY
        .name(file.name())
        .add(": ")
        .quote(file.format())
        .add(" ")
        .quote(file.machine());
  }

  /** The same and its bytes: {@code app: ELF x86_64, 4,397,024 bytes in the file}. */
  public static Line sizedLine(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return line(file).add(", " + Figures.bytes(file.fileSize()) + " in the file");
  }

  /** What was wrong or unusual with it, for programs. */
  public static Table<Diagnostic> diagnostics(BinaryFile file) {
    Objects.requireNonNull(file, "file");
    return diagnostics(file.diagnostics());
  }

  /** What was wrong or unusual with something, for programs. */
  public static Table<Diagnostic> diagnostics(List<Diagnostic> some) {
    Objects.requireNonNull(some, "some");
    return Table.of("diagnostics", some)
        .columns(
            () ->
                List.of(
                    Column.word("severity", defect -> word(defect.severity())),
                    Column.name("structure", Diagnostic::structure),
                    Column.offset("fileOffset", Diagnostic::fileOffset),
                    Column.name("expected", Diagnostic::expected),
                    Column.name("found", Diagnostic::found)))
        .in(Medium.OBJECTS)
        .build();
  }

  /** The pattern that rows must match, for programs; nothing if there is none. */
  public static Facts<Optional<Pattern>> filter(Optional<Pattern> filter) {
    Objects.requireNonNull(filter, "filter");
    Column<Optional<Pattern>> pattern =
        Column.sentence("filter", some -> some.map(Pattern::pattern).orElse(""));
    return Facts.of(filter, List.of(pattern.where(Optional::isPresent)));
  }

  /**
   * What people are told of findings that are not shown; nothing if there are none. Savings share
   * bytes, so that their sum is no saving.
   *
   * @param saving the sum of what each would save by itself
   */
  public static Line othersLine(int count, long saving) {
    if (count == 0) {
      return Line.EMPTY;
    }
    String findings = count == 1 ? "1 more finding, " : count + " more findings, ";
    String bytes = Figures.bytes(saving);
    return Line.of(findings + bytes + (count == 1 ? "" : " if each is taken by itself"));
  }

  /** The same for programs; absent if there are none. */
  public static List<Part> others(int count, long saving) {
    Column<Long> savings = Column.bytes("savingBytes", bytes -> bytes);
    Column<Long> counts = Column.count("count", bytes -> count);
    return count == 0 ? List.of() : List.of(Facts.of("others", saving, List.of(counts, savings)));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
