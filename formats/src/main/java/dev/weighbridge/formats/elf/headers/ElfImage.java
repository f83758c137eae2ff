package dev.weighbridge.formats.elf.headers;

import static dev.weighbridge.formats.elf.headers.ElfConstants.ET_REL;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.StringTable;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file as its tables refer to them: by rows of sections and by virtual addresses.
 *
 * <p>Counts and ranges are checked against the file here; what is missing becomes a diagnostic.
 */
public final class ElfImage {
  private final Bytes file;
  private final ElfHeader header;
  private final List<ElfProgramHeader> programHeaders;
  private final List<ElfSection> sections;
  private final ElfAddresses addresses;
  private final boolean hasSectionHeaders;
  private final Diagnostics diagnostics;

  private ElfImage(
      Bytes file,
      ElfHeader header,
      List<ElfProgramHeader> programHeaders,
      List<ElfSection> sections,
      ElfAddresses addresses,
      boolean hasSectionHeaders,
      Diagnostics diagnostics) {
    this.file = file;
    this.header = header;
    this.programHeaders = programHeaders;
    this.sections = sections;
    this.addresses = addresses;
    this.hasSectionHeaders = hasSectionHeaders;
    this.diagnostics = diagnostics;
  }

  /**
   * A file as its headers describe it.
   *
   * @param file the bytes of the file, in its byte order
   * @param diagnostics where defects go
   */
  public static ElfImage of(
      Bytes file,
      ElfHeader header,
      List<ElfProgramHeader> programHeaders,
      List<ElfSection> sections,
      Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(programHeaders, "programHeaders");
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(diagnostics, "diagnostics");
    ElfAddresses addresses = ElfAddresses.of(file.length(), programHeaders, sections);
    return new ElfImage(
        file, header, programHeaders, sections, addresses, !sections.isEmpty(), diagnostics);
  }

  /** The same file without section headers, and with sections put together by other means. */
  public ElfImage with(List<ElfSection> madeUp) {
    return new ElfImage(file, header, programHeaders, madeUp, addresses, false, diagnostics);
  }

  /** The bytes of the file, in its byte order. */
  public Bytes file() {
    return file;
  }

  /** The file header. */
  public ElfHeader header() {
    return header;
  }

  /** The program headers in the order of the file. */
  public List<ElfProgramHeader> programHeaders() {
    return programHeaders;
  }

  /** The sections that tables are read from, the null section included. */
  public List<ElfSection> sections() {
    return sections;
  }

  /** Whether the sections are those of section headers, not put together by other means. */
  public boolean hasSectionHeaders() {
    return hasSectionHeaders;
  }

  /** Where defects go. */
  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Whether it is an object file that is yet to be linked: {@code ET_REL}. */
  public boolean isRelocatable() {
    return header.type() == ET_REL;
  }

  /** The first section of a type, or null. */
  @SuppressWarnings("exports")
  public @Nullable ElfSection first(int type) {
    for (ElfSection section : sections) {
      if (section.type() == type) {
        return section;
      }
    }
    return null;
  }

  /** The first section of a name, or null. */
  @SuppressWarnings("exports")
  public @Nullable ElfSection named(String name) {
    for (ElfSection section : sections) {
      if (section.name().equals(name)) {
        return section;
      }
    }
    return null;
  }

  /** The section in a row, or null if there is none; the null section does not count. */
  @SuppressWarnings("exports")
  public @Nullable ElfSection at(int index) {
    return index > 0 && index < sections.size() ? sections.get(index) : null;
  }

  /** The bytes of a section as far as they lie inside the file. */
  public Bytes content(ElfSection section) {
    return section.content(file);
  }

  /** File offset of a section's first byte, brought inside the file. */
  public long start(ElfSection section) {
    long start = section.offset();
    return start < 0 || start > file.length() ? file.length() : start;
  }

  /** How many whole rows of a size a section has inside the file; says so if some are missing. */
  public int rows(ElfSection section, int entrySize) {
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

  /** The string table that a section links to, null if there is none. */
  @SuppressWarnings("exports")
  public @Nullable ElfSection strings(ElfSection table) {
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

  /** The texts of the string table that a section links to, by their offsets in it. */
  public LongFunction<String> texts(ElfSection table) {
    ElfSection names = strings(table);
    return new StringTable(names == null ? file.slice(0, 0) : content(names))::text;
  }

  /** File offset of {@code size} bytes at an address; -1 if they are not all in the file. */
  public long fileOffset(long address, long size) {
    return addresses.fileOffset(address, size);
  }

  /** Bytes in the file from an address to the end of its segment; 0 if it has none. */
  public long room(long address) {
    return addresses.room(address);
  }

  /** The address-sized word at a file offset, which must lie inside the file. */
  public long word(long at) {
    return header.is64Bit() ? file.i64(at) : file.u32(at);
  }

  @Override
  public String toString() {
    return "ELF, " + sections.size() + " sections, " + file;
  }
}
