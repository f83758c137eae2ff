package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.PN_XNUM;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHN_XINDEX;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.StringTable;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * The program headers and section headers of a file, counts checked and section names found.
 *
 * <p>Counts that do not fit their field of the file header are in section 0; gabi 4, ELF header.
 */
final class ElfHeaderTables {
  private final Bytes file;
  private final ElfHeader header;
  private final ElfHeaders rows;
  private final Diagnostics diagnostics;

  ElfHeaderTables(Bytes file, ElfHeader header, Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.rows = ElfHeaders.of(file, header);
    this.diagnostics = diagnostics;
  }

  List<ElfProgramHeader> programHeaders() {
    long count = header.programHeaderCount();
    if (count == PN_XNUM) {
      List<ElfSection> first = firstSection();
      count = first.isEmpty() ? count : Integer.toUnsignedLong(first.get(0).info());
    }
    int fits =
        fits(
            "elf.phdr",
            ElfHeaders.PROGRAM_HEADER,
            header.programHeaderOffset(),
            header.programHeaderEntrySize(),
            count);
    return List.copyOf(
        rows.programHeaders(header.programHeaderOffset(), header.programHeaderEntrySize(), fits));
  }

  List<ElfSection> sections() {
    List<ElfSection> first = firstSection();
    if (first.isEmpty()) {
      return List.of();
    }
    long stated = header.sectionHeaderCount();
    int fits =
        fits(
            "elf.shdr",
            ElfHeaders.SECTION_HEADER,
            header.sectionHeaderOffset(),
            header.sectionHeaderEntrySize(),
            stated == 0 ? first.get(0).statedSize() : stated);
    List<ElfSection> unnamed =
        rows.sectionHeaders(header.sectionHeaderOffset(), header.sectionHeaderEntrySize(), fits);
    return named(unnamed, first.get(0));
  }

  /** Section 0, which holds what does not fit the file header; empty if there are no sections. */
  private List<ElfSection> firstSection() {
    if (header.sectionHeaderOffset() == 0) {
      return List.of();
    }
    int stride = header.sectionHeaderEntrySize();
    int fits = fits("elf.shdr", ElfHeaders.SECTION_HEADER, header.sectionHeaderOffset(), stride, 1);
    return rows.sectionHeaders(header.sectionHeaderOffset(), stride, fits);
  }

  /** How many of {@code count} rows lie inside the file; says so if not all do. */
  private int fits(String structure, int kind, long start, int stride, long count) {
    if (count == 0) {
      return 0;
    }
    int least = ElfHeaders.rowSize(kind, header.is64Bit());
    if (stride < least) {
      diagnostics.error(
          structure + " entry size", -1, "at least " + least, Integer.toString(stride));
      return 0;
    }
    long room = start < 0 || start > file.length() ? 0 : (file.length() - start) / stride;
    long fits = Math.min(room, Limits.MAX_ROWS);
    if (Long.compareUnsigned(count, fits) <= 0) {
      return (int) count;
    }
    diagnostics.error(
        structure, start, Long.toUnsignedString(count) + " rows", fits + " inside the file");
    return (int) fits;
  }

  private List<ElfSection> named(List<ElfSection> unnamed, ElfSection first) {
    int index = header.sectionNameTableIndex();
    if (index == SHN_XINDEX) {
      index = first.link();
    }
    if (index <= 0 || index >= unnamed.size()) {
      if (index != 0) {
        diagnostics.warn(
            "elf.e_shstrndx", -1, "below " + unnamed.size(), Integer.toUnsignedString(index));
      }
      return List.copyOf(unnamed);
    }
    StringTable names = new StringTable(unnamed.get(index).content(file));
    List<ElfSection> named = new ArrayList<>(unnamed.size());
    for (ElfSection section : unnamed) {
      long offset = Integer.toUnsignedLong(section.nameOffset());
      named.add(offset == 0 ? section : section.named(names.text(offset)));
    }
    return List.copyOf(named);
  }
}
