package dev.weighbridge.formats.pe;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.NameAllowance;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that the headers place: data directories, sections, symbols; counts checked. */
final class PeHeaderTables {
  private static final int SIZE_FIELD = 4;

  private final Bytes file;
  private final PeHeader header;
  private final Diagnostics diagnostics;
  private final NameAllowance names;

  PeHeaderTables(Bytes file, PeHeader header, Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.diagnostics = diagnostics;
    names = new NameAllowance("pe.section", file.length(), diagnostics);
  }

  List<PeDataDirectory> dataDirectories(PeOptionalHeader optional) {
    long start = optional.fileEnd();
    long end = header.fileEnd() + header.optionalHeaderSize();
    long count = Math.min(optional.dataDirectoryCount(), Math.max(0, end - start) / 8);
    int fits = StatedRows.inside(file, "pe.data_directory", start, 8, count, diagnostics);
    return List.copyOf(new PeHeaders(file, optional.is64Bit()).dataDirectories(start, fits));
  }

  /**
   * The sections.
   *
   * @param optional of an image: what the loader rounds by
   */
  List<PeSection> sections(PeSymbolTable symbols, Optional<PeOptionalHeader> optional) {
    PeHeaders rows = new PeHeaders(file, false);
    int size = rows.rowSize(PeHeaders.SECTION_HEADER);
    long start = header.fileEnd() + header.optionalHeaderSize();
    int count =
        StatedRows.inside(file, "pe.section", start, size, header.sectionCount(), diagnostics);
    List<PeSection> sections = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      PeSection section = rows.section(start + (long) i * size, i);
      String name = section.name();
      sections.add(name.startsWith("/") ? section.named(longName(name, symbols)) : section);
    }
    optional.ifPresent(
        rounding -> new RawRounding(file, header, rounding, diagnostics).of(sections));
    return List.copyOf(sections);
  }

  /**
   * A name longer than eight bytes: a slash and its decimal offset in the string table, perhaps
   * with blanks in front of it, or two slashes and the offset in base 64 if that has more than
   * seven digits.
   */
  private String longName(String name, PeSymbolTable symbols) {
    long offset =
        name.startsWith("//")
            ? base64(name.substring(2))
            : decimal(name.substring(1).stripLeading());
    long start = symbols.stringsStart() + offset;
    if (offset < SIZE_FIELD || start >= symbols.stringsEnd()) {
      return name;
    }
    long limit = Math.min(symbols.stringsEnd(), start + names.room());
    long nul = file.indexOf((byte) 0, start, limit);
    return file.text(start, start + names.take((int) ((nul < 0 ? limit : nul) - start)));
  }

  private static long decimal(String digits) {
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Long.parseLong(digits) : -1;
  }

  private static long base64(String digits) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = alphabet.indexOf(digits.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value << 6 | digit;
    }
    return value;
  }
}
