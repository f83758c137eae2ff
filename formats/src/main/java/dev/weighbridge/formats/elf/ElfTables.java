package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.ElfConstants.GRP_COMDAT;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_DYNAMIC;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_GNU_HASH;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_GNU_verdef;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_GNU_verneed;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_GNU_versym;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_GROUP;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_HASH;
import static dev.weighbridge.formats.elf.ElfConstants.SHT_SYMTAB_SHNDX;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds tables and checks their row counts against the file: by the section headers, or in a file
 * without them by {@linkplain ElfLoaderSections what the loader would find}.
 */
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

  Bytes file() {
    return file;
  }

  List<ElfSection> sections() {
    return sections;
  }

  /** The first section of a type, or null. */
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

  /** The bytes of a section as far as they lie inside the file. */
  Bytes content(ElfSection section) {
    return ElfHeaderTables.content(file, section);
  }

  /** File offset of a section's first byte, brought inside the file. */
  long start(ElfSection section) {
    long start = section.offset();
    return start < 0 || start > file.length() ? file.length() : start;
  }

  /** How many whole rows of a size a section has inside the file; says so if some are missing. */
  int rows(ElfSection section, int entrySize) {
    long stated = section.fileSize();
    long size = content(section).length();
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

  /** The symbol table of a section type; the specification allows one of each. */
  ElfSymbolTable symbols(int type) {
    ElfSection table = first(type);
    if (table == null) {
      return ElfSymbolTable.empty(file, header.is64Bit());
    }
    ElfSection names = strings(table);
    ElfSymbolTable symbols =
        new ElfSymbolTable(
            file,
            header.is64Bit(),
            start(table),
            rows(table, ElfSymbolTable.entrySize(header.is64Bit())),
            names == null ? file.slice(0, 0) : content(names),
            names == null ? 0 : start(names));
    ElfSection extended = extendedSections(table);
    return extended == null
        ? symbols
        : symbols.withExtendedSections(file, start(extended), rows(extended, 4));
  }

  /** The string table that a section links to, null if there is none. */
  private ElfSection strings(ElfSection table) {
    ElfSection names = at(table.link());
    if (names == null) {
      diagnostics.warn(
          "elf.shdr[" + table.index() + "].sh_link",
          table.fileStart(),
          "a string table below " + sections.size(),
          Integer.toUnsignedString(table.link()));
    }
    return names;
  }

  private ElfStringTable texts(ElfSection table) {
    ElfSection names = strings(table);
    return new ElfStringTable(names == null ? file.slice(0, 0) : content(names));
  }

  private ElfSection extendedSections(ElfSection table) {
    for (ElfSection section : sections) {
      if (section.type() == SHT_SYMTAB_SHNDX && section.link() == table.index()) {
        return section;
      }
    }
    return null;
  }

  /** The dynamic entries. */
  ElfDynamic dynamic() {
    ElfSection table = first(SHT_DYNAMIC);
    if (table == null) {
      return ElfDynamic.read(file, header.is64Bit(), 0, 0, new ElfStringTable(file.slice(0, 0)));
    }
    int count = rows(table, 2 * header.addressBytes());
    return ElfDynamic.read(file, header.is64Bit(), start(table), count, texts(table));
  }

  /** The versions of the dynamic symbols. */
  ElfVersions versions() {
    ElfSection indices = first(SHT_GNU_versym);
    ElfSection need = first(SHT_GNU_verneed);
    ElfSection definition = first(SHT_GNU_verdef);
    return new ElfVersions(
        indices == null ? file.slice(0, 0) : content(indices),
        indices == null ? 0 : start(indices),
        need == null ? List.of() : versionReader(need).needs(count(need)),
        definition == null ? List.of() : versionReader(definition).definitions(count(definition)));
  }

  private ElfVersionReader versionReader(ElfSection section) {
    return new ElfVersionReader(content(section), start(section), texts(section));
  }

  private static int count(ElfSection chain) {
    return chain.info() < 0 ? Integer.MAX_VALUE : chain.info();
  }

  /** The table {@code .hash}. */
  Optional<ElfHashTable> hashTable() {
    ElfSection table = first(SHT_HASH);
    return table == null
        ? Optional.empty()
        : ElfHashTable.read(content(table), start(table), table.entrySize() == 8 ? 8 : 4);
  }

  /** The table {@code .gnu.hash}. */
  Optional<ElfGnuHashTable> gnuHashTable() {
    ElfSection table = first(SHT_GNU_HASH);
    return table == null
        ? Optional.empty()
        : ElfGnuHashTable.read(content(table), start(table), header.addressBytes());
  }

  /** The section groups. */
  List<ElfGroup> groups() {
    List<ElfGroup> groups = new ArrayList<>();
    ElfAllowance allowance = new ElfAllowance(file.length() / 4);
    for (ElfSection section : sections) {
      if (section.type() == SHT_GROUP) {
        groups.add(group(section, (int) allowance.take(rows(section, 4))));
      }
    }
    return List.copyOf(groups);
  }

  private ElfGroup group(ElfSection section, int words) {
    long start = start(section);
    List<Integer> members = new ArrayList<>();
    for (int i = 1; i < words; i++) {
      members.add(file.i32(start + 4L * i));
    }
    boolean isComdat = words > 0 && (file.i32(start) & GRP_COMDAT) != 0;
    return new ElfGroup(
        section.index(), isComdat, section.info(), members, start, start + 4L * words);
  }
}
