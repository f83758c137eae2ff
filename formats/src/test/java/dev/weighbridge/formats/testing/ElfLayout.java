package dev.weighbridge.formats.testing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a described ELF file come to lie, and their headers. */
final class ElfLayout {
  private static final int SHT_SYMTAB = 2;
  private static final int SHT_STRTAB = 3;
  private static final int SHT_NOBITS = 8;
  private static final int SHT_SYMTAB_SHNDX = 18;
  private static final int SHN_LORESERVE = 0xFF00;
  private static final int SHN_XINDEX = 0xFFFF;
  private static final int PN_XNUM = 0xFFFF;
  private static final int MAX_PAGE = 4096;

  private record Part(long start, Content content) {}

  private final ElfWriter elf;
  private final List<ElfSectionRow> sections;
  private final List<Part> parts = new ArrayList<>();
  private final ByteWriter names;
  private final ByteWriter headers;
  private int symbolTable;
  private int nameTable;
  private long end;

  ElfLayout(ElfWriter elf) {
    this.elf = elf;
    this.sections = new ArrayList<>(elf.sections);
    this.names = new ByteWriter().u8(0);
    this.headers = new ByteWriter(elf.order);
    end = fileHeaderSize() + (long) programHeaderSize() * elf.segments.size();
    addSymbolTables();
    addNameTable();
    long start = place();
    writeHeaders(start);
  }

  private int fileHeaderSize() {
    return elf.is64Bit ? 64 : 52;
  }

  private int programHeaderSize() {
    return elf.is64Bit ? 56 : 32;
  }

  private int sectionHeaderSize() {
    return elf.is64Bit ? 64 : 40;
  }

  private void addSymbolTables() {
    if (elf.symbolCount() == 0) {
      return;
    }
    symbolTable = sections.size() + 1;
    int rowSize = elf.is64Bit ? 24 : 16;
    long rows = elf.symbolCount() + 1L;
    sections.add(
        ElfSectionRow.named(".symtab")
            .type(SHT_SYMTAB)
            .link(symbolTable + 1)
            .info(ElfSymbolBytes.firstGlobal(elf))
            .alignment(elf.word())
            .entrySize(rowSize)
            .content(Content.made(rows * rowSize, out -> ElfSymbolBytes.writeRows(elf, out))));
    long nameBytes = ElfSymbolBytes.nameBytes(elf);
    sections.add(
        ElfSectionRow.named(".strtab")
            .type(SHT_STRTAB)
            .content(Content.made(nameBytes, out -> ElfSymbolBytes.writeNames(elf, out))));
    if (ElfSymbolBytes.needsExtendedSections(elf)) {
      sections.add(
          ElfSectionRow.named(".symtab_shndx")
              .type(SHT_SYMTAB_SHNDX)
              .link(symbolTable)
              .alignment(4)
              .entrySize(4)
              .content(Content.made(rows * 4, out -> ElfSymbolBytes.writeSections(elf, out))));
    }
  }

  private void addNameTable() {
    if (!elf.hasSectionHeaders) {
      return;
    }
    nameTable = sections.size() + 1;
    ElfSectionRow row = ElfSectionRow.named(".shstrtab").type(SHT_STRTAB);
    sections.add(row);
    for (ElfSectionRow section : sections) {
      if (section.nameOffset.isEmpty()) {
        section.statedNameOffset(section.name.isEmpty() ? 0 : names.size());
        names.text(section.name);
      }
    }
    row.content(Content.of(names));
  }

  /** Gives each section its place and returns where the section headers start. */
  private long place() {
    for (ElfSectionRow section : sections) {
      if (section.type != SHT_NOBITS && section.content.size() > 0) {
        boolean aligns = section.alignment > 0 && section.alignment <= MAX_PAGE;
        end = align(end, aligns ? Long.highestOneBit(section.alignment) : 1);
        parts.add(new Part(end, section.content));
      }
      if (section.offset.isEmpty()) {
        section.statedOffset(end);
      }
      if (section.statedSize.isEmpty()) {
        section.statedSize(section.content.size());
      }
      end += section.type == SHT_NOBITS ? 0 : section.content.size();
    }
    return elf.hasSectionHeaders ? align(end, elf.word()) : 0;
  }

  private static long align(long position, long alignment) {
    return (position + alignment - 1) & -alignment;
  }

  private void writeHeaders(long sectionHeaders) {
    writeFileHeader(sectionHeaders);
    for (ElfWriter.Segment segment : elf.segments) {
      writeProgramHeader(segment);
    }
    parts.add(new Part(0, Content.of(headers)));
    if (elf.hasSectionHeaders) {
      ByteWriter out = new ByteWriter(elf.order);
      writeSectionHeader(out, nullSection());
      for (ElfSectionRow section : sections) {
        writeSectionHeader(out, section);
      }
      parts.add(new Part(sectionHeaders, Content.of(out)));
      end = sectionHeaders + out.size();
    }
  }

  /** Section 0 holds the counts that the file header has no room for. */
  private ElfSectionRow nullSection() {
    ElfSectionRow row = ElfSectionRow.named("").type(0).alignment(0);
    if (isExtended(sections.size() + 1, SHN_LORESERVE)) {
      row.statedSize(sections.size() + 1L);
    }
    if (isExtended(nameTable, SHN_LORESERVE)) {
      row.link(nameTable);
    }
    if (isExtended(elf.segments.size(), PN_XNUM)) {
      row.info(elf.segments.size());
    }
    return row;
  }

  private boolean isExtended(int count, int limit) {
    return elf.hasExtendedCounts || count >= limit;
  }

  private void writeFileHeader(long sectionHeaders) {
    boolean little = elf.order == ByteOrder.LITTLE_ENDIAN;
    int count = elf.hasSectionHeaders ? sections.size() + 1 : 0;
    int segments = elf.segments.size();
    headers.u8(0x7F, 'E', 'L', 'F', elf.is64Bit ? 2 : 1, little ? 1 : 2, 1).padTo(16);
    headers.u16(elf.type).u16(elf.machine).u32(1).number(elf.entry, elf.word());
    headers.number(segments == 0 ? 0 : fileHeaderSize(), elf.word());
    headers.number(sectionHeaders, elf.word()).u32(elf.machineFlags).u16(fileHeaderSize());
    headers.u16(programHeaderSize());
    headers.u16(elf.hasSectionHeaders && isExtended(segments, PN_XNUM) ? PN_XNUM : segments);
    headers.u16(elf.hasSectionHeaders ? sectionHeaderSize() : 0);
    headers.u16(isExtended(count, SHN_LORESERVE) ? 0 : count);
    headers.u16(
        elf.hasSectionHeaders && isExtended(nameTable, SHN_LORESERVE) ? SHN_XINDEX : nameTable);
  }

  private void writeProgramHeader(ElfWriter.Segment segment) {
    headers.u32(segment.type());
    if (elf.is64Bit) {
      headers.u32(segment.flags());
    }
    headers.number(segment.offset(), elf.word());
    headers.number(segment.address(), elf.word()).number(segment.address(), elf.word());
    headers.number(segment.fileSize(), elf.word()).number(segment.memorySize(), elf.word());
    if (!elf.is64Bit) {
      headers.u32(segment.flags());
    }
    headers.number(segment.alignment(), elf.word());
  }

  private void writeSectionHeader(ByteWriter out, ElfSectionRow row) {
    int link = row.link == ElfWriter.SYMBOL_TABLE ? symbolTable : row.link;
    out.u32(row.nameOffset.orElse(0)).u32(row.type).number(row.flags, elf.word());
    out.number(row.address, elf.word()).number(row.offset.orElse(0), elf.word());
    out.number(row.statedSize.orElse(0), elf.word()).u32(link).u32(row.info);
    out.number(row.alignment, elf.word()).number(row.entrySize, elf.word());
  }

  byte[] array() {
    byte[] file = new byte[Math.toIntExact(end)];
    try {
      for (Part part : parts) {
        if (part.content().writer() != null) {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          part.content().writer().write(out);
          System.arraycopy(out.toByteArray(), 0, file, (int) part.start(), out.size());
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeTo(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.WRITE)) {
      for (Part part : parts) {
        if (part.content().writer() != null) {
          channel.position(part.start());
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
          part.content().writer().write(out);
          out.flush();
        }
      }
      if (channel.size() < end) {
        channel.write(ByteBuffer.wrap(new byte[1]), end - 1);
      }
    }
  }
}
