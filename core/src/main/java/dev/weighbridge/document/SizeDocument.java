package dev.weighbridge.document;

import dev.weighbridge.internal.config.ConfigTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a file or a package weighs, as {@code weighbridge size --format json} wrote it: {@code
 * weighbridge/size/1}.
 *
 * @param file its name
 * @param format what it is: {@code ELF}, {@code docker-archive}
 * @param machine what it runs on; empty for a package
 * @param sizes of all rows
 * @param shippedSize bytes of a package that travel; empty for a binary
 * @param by the dimensions, one for each level of rows
 * @param rows those of the first level
 * @param defects of the file, in the order found
 */
public record SizeDocument(
    String file,
    String format,
    Optional<String> machine,
    Sizes sizes,
    OptionalLong shippedSize,
    List<String> by,
    List<Row> rows,
    List<Defect> defects) {
  private static final String SCHEMA = "weighbridge/size/1";

  /**
   * A row, and those of the next level below it.
   *
   * @param label the label for people; in brackets if it is not a name of the file
   * @param sizes of all that it stands for
   * @param count symbols and functions with bytes here; of a package, entries
   * @param kinds bytes in the file by kind, such as {@code code}; without those that are 0
   * @param basis the least sure basis of its bytes; empty for a package
   * @param version of a crate or library; empty if it is not known
   * @param symbol what only a symbol or function has
   * @param rows those of the next level; none at the last
   */
  public record Row(
      String label,
      Sizes sizes,
      long count,
      Map<String, Long> kinds,
      Optional<String> basis,
      Optional<String> version,
      Optional<Symbol> symbol,
      List<Row> rows) {
    /** Copies. */
    public Row {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(sizes, "sizes");
      Objects.requireNonNull(kinds, "kinds");
      Objects.requireNonNull(basis, "basis");
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(symbol, "symbol");
      Objects.requireNonNull(rows, "rows");
      kinds = Map.copyOf(kinds);
      rows = List.copyOf(rows);
    }

    private static Row of(ConfigTable row) {
      boolean isSymbol = row.has("address") || row.has("mangled");
      return new Row(
          row.presentText("label"),
          Sizes.read(row),
          DocumentText.count(row, "count"),
          DocumentText.counts(DocumentText.object(row, "kinds")),
          row.text("basis"),
          row.text("version"),
          isSymbol ? Optional.of(Symbol.of(row)) : Optional.empty(),
          row.tables("rows").stream().map(Row::of).toList());
    }

    @Override
    public String toString() {
      return label + ", " + sizes.file() + " bytes in the file, " + rows.size() + " rows";
    }
  }

  /**
   * A symbol or function.
   *
   * @param address its virtual address, as a number without a sign; empty if it has none
   * @param rawNames as they stand in the file, its own and then those of its aliases
   * @param aliases how many other names the same bytes have
   */
  public record Symbol(OptionalLong address, List<String> rawNames, long aliases) {
    /** Copies. */
    public Symbol {
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(rawNames, "rawNames");
      rawNames = List.copyOf(rawNames);
    }

    private static Symbol of(ConfigTable row) {
      return new Symbol(
          row.address("address"), row.texts("mangled"), row.count("aliases").orElse(0));
    }
  }

  /**
   * A defect of the file.
   *
   * @param severity {@code note}, {@code warning} or {@code error}
   * @param structure what is damaged
   * @param fileOffset where; empty if it has no one place
   * @param expected what should be there
   * @param found what is there
   */
  public record Defect(
      String severity, String structure, OptionalLong fileOffset, String expected, String found) {
    /** Refuses null. */
    public Defect {
      Objects.requireNonNull(severity, "severity");
      Objects.requireNonNull(structure, "structure");
      Objects.requireNonNull(fileOffset, "fileOffset");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(found, "found");
    }

    private static Defect of(ConfigTable defect) {
      return new Defect(
          defect.presentText("severity"),
          defect.presentText("structure"),
          defect.address("fileOffset"),
          defect.presentText("expected"),
          defect.presentText("found"));
    }
  }

  /** Copies. */
  public SizeDocument {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(machine, "machine");
    Objects.requireNonNull(sizes, "sizes");
    Objects.requireNonNull(shippedSize, "shippedSize");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(defects, "defects");
    by = List.copyOf(by);
    rows = List.copyOf(rows);
    defects = List.copyOf(defects);
  }

  /**
   * Reads the JSON that {@code weighbridge size --format json} wrote.
   *
   * @throws IOException if the file cannot be read
   * @throws dev.weighbridge.config.ConfigException if it is no such document, is longer than a
   *     thirty-second part of the heap, or deeper than 256 levels; its message is one line: which
   *     member, what was expected, what was found
   */
  public static SizeDocument read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return parse(file.toString(), DocumentText.of(file));
  }

  /**
   * Reads such a stream to its end, which is not closed; errors as for {@link #read(Path)}.
   *
   * @param source what it is called in errors: a file name
   */
  public static SizeDocument read(String source, InputStream stream) throws IOException {
    return parse(source, DocumentText.of(source, stream));
  }

  /**
   * Reads such a text; errors as for {@link #read(Path)}.
   *
   * @param source what it is called in errors: a file name
   */
  public static SizeDocument parse(String source, String text) {
    return of(DocumentText.parse(source, text, SCHEMA));
  }

  /**
   * Reads what {@code size} wrote of one file or of several, which is an array; errors as for
   * {@link #read(Path)}.
   */
  public static List<SizeDocument> readAll(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    return parseAll(file.toString(), DocumentText.of(file));
  }

  /** Reads such a text; parameters as for {@link #parse}, errors as for {@link #read(Path)}. */
  public static List<SizeDocument> parseAll(String source, String text) {
    return DocumentText.parseAll(source, text, SCHEMA).stream().map(SizeDocument::of).toList();
  }

  private static SizeDocument of(ConfigTable document) {
    return new SizeDocument(
        document.presentText("file"),
        document.presentText("format"),
        document.text("machine"),
        Sizes.read(document),
        document.count("shippedSize"),
        document.texts("by"),
        DocumentText.rows(document, "rows").stream().map(Row::of).toList(),
        DocumentText.rows(document, "diagnostics").stream().map(Defect::of).toList());
  }

  @Override
  public String toString() {
    return file + ", " + sizes.file() + " bytes by " + String.join(",", by);
  }
}
