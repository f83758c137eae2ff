package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.ElfConstants.SHT_SYMTAB_SHNDX;

import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.Limits;
import dev.weighbridge.formats.bytes.Bytes;
import java.util.List;

/** Finds tables by their section headers and checks their row counts against the file. */
final class ElfTables {
  private final Bytes file;
  private final ElfHeader header;
  private final List<ElfSection> sections;
  private final Diagnostics diagnostics;

  ElfTables(Bytes file, ElfHeader header, List<ElfSection> sections, Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.sections = sections;
    this.diagnostics = diagnostics;
  }

  /** The first section of a type that has bytes in the file, or null. */
  ElfSection first(int type) {
    for (ElfSection section : sections) {
      if (section.type() == type) {
        return section;
      }
    }
    return null;
  }

  /** The section in a row, or null if there is none. */
  ElfSection at(int index) {
    return index > 0 && index < sections.size() ? sections.get(index) : null;
  }

  /** The symbol table of a section type; the specification allows one of each. */
  ElfSymbolTable symbols(int type) {
    ElfSection table = first(type);
    Bytes none = file.slice(0, 0);
    if (table == null) {
      return new ElfSymbolTable(file, header.is64Bit(), 0, 0, none, 0);
    }
    ElfSection names = at(table.link());
    if (names == null) {
      diagnostics.warn(
          "elf.shdr[" + table.index() + "].sh_link",
          table.fileStart(),
          "a string table below " + sections.size(),
          Integer.toUnsignedString(table.link()));
    }
    int entrySize = ElfSymbolTable.entrySize(header.is64Bit());
    ElfSymbolTable symbols =
        new ElfSymbolTable(
            file,
            header.is64Bit(),
            start(table),
            rows(table, entrySize),
            names == null ? none : ElfHeaderTables.content(file, names),
            names == null ? 0 : start(names));
    ElfSection extended = extendedSections(table);
    return extended == null
        ? symbols
        : symbols.withExtendedSections(file, start(extended), rows(extended, 4));
  }

  private ElfSection extendedSections(ElfSection table) {
    for (ElfSection section : sections) {
      if (section.type() == SHT_SYMTAB_SHNDX && section.link() == table.index()) {
        return section;
      }
    }
    return null;
  }

  /** File offset of a section's first byte, brought inside the file. */
  long start(ElfSection section) {
    long start = section.offset();
    return start < 0 || start > file.length() ? file.length() : start;
  }

  /** How many whole rows of a size a section has inside the file; says so if some are missing. */
  int rows(ElfSection section, int entrySize) {
    long stated = section.fileSize();
    long size = ElfHeaderTables.content(file, section).length();
    String structure = "elf.shdr[" + section.index() + "]";
    if (size != stated) {
      diagnostics.warn(
          structure,
          section.fileStart(),
          Long.toUnsignedString(stated) + " bytes",
          size + " inside the file");
    }
    if (section.entrySize() != entrySize && section.entrySize() != 0) {
      diagnostics.warn(
          structure + ".sh_entsize",
          section.fileStart(),
          Integer.toString(entrySize),
          Long.toUnsignedString(section.entrySize()));
    }
    return (int) Math.min(size / entrySize, Limits.MAX_ROWS);
  }
}
