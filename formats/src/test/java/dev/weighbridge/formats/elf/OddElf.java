package dev.weighbridge.formats.elf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one small ELF file, as odd as a test wants it: sections in the order given, then the
 * section headers. Whatever is not said is as a linker would have it.
 */
final class OddElf {
  /** One section under way; its fields are what its header will say. */
  public static final class Section {
    private final String name;
    private final int type;
    private final byte[] content;
    private long flags;
    private long address;
    private long offset;
    private long size;
    private boolean isClaimed;
    private int link;
    private int info;
    private long entrySize;
    private int nameOffset;

    private Section(String name, int type, byte[] content) {
      this.name = name;
      this.type = type;
      this.content = content;
    }

    /** {@code sh_flags} and {@code sh_addr}. */
    public Section at(long newFlags, long newAddress) {
      flags = newFlags;
      address = newAddress;
      return this;
    }

    /** {@code sh_link} and {@code sh_info}. */
    public Section linked(int newLink, int newInfo) {
      link = newLink;
      info = newInfo;
      return this;
    }

    /** {@code sh_entsize}. */
    public Section rowsOf(long newEntrySize) {
      entrySize = newEntrySize;
      return this;
    }

    /** States another place than where the content is. */
    public Section claiming(long newOffset, long newSize) {
      offset = newOffset;
      size = newSize;
      isClaimed = true;
      return this;
    }

    /** Where its content starts; known once the file is written. */
    public long offset() {
      return offset;
    }
  }

  private record Segment(
      int type, int flags, long offset, long address, long fileSize, long memorySize) {}

  private final boolean is64Bit;
  private final ByteOrder order;
  private final List<Section> sections = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private int type = 1;
  private int machine = 62;
  private boolean countsInSectionZero;
  private boolean hasSectionHeaders = true;

  /** A writer of a relocatable x86-64 file, or of one of another width and byte order. */
  public OddElf(boolean is64Bit, ByteOrder order) {
    this.is64Bit = is64Bit;
    this.order = order;
    sections.add(new Section("", 0, new byte[0]));
  }

  /** A writer of a 64-bit little-endian file. */
  public OddElf() {
    this(true, ByteOrder.LITTLE_ENDIAN);
  }

  /** {@code e_type} and {@code e_machine}. */
  public OddElf file(int newType, int newMachine) {
    type = newType;
    machine = newMachine;
    return this;
  }

  /** Writes the counts to section 0, as if they did not fit the file header. */
  public OddElf countsInSectionZero() {
    countsInSectionZero = true;
    return this;
  }

  /** Leaves the section headers out. */
  public OddElf withoutSectionHeaders() {
    hasSectionHeaders = false;
    return this;
  }

  /** An empty writer of content in this file's byte order. */
  public ByteWriter content() {
    return new ByteWriter(order);
  }

  /** Adds a section; the first one gets row 1. */
  public Section section(String name, int sectionType, byte[] content) {
    Section section = new Section(name, sectionType, content);
    sections.add(section);
    return section;
  }

  /** The row of the section added last. */
  public int lastRow() {
    return sections.size() - 1;
  }

  /** Adds a segment. */
  public OddElf segment(
      int segmentType, int flags, long offset, long address, long fileSize, long memorySize) {
    segments.add(new Segment(segmentType, flags, offset, address, fileSize, memorySize));
    return this;
  }

  /** One row of a symbol table. */
  public byte[] symbol(int name, int info, int section, long value, long size) {
    ByteWriter row = content().u32(name);
    return is64Bit
        ? row.u8(info, 0).u16(section).u64(value).u64(size).array()
        : row.u32(value).u32(size).u8(info, 0).u16(section).array();
  }

  private int headerSize() {
    return is64Bit ? 64 : 52;
  }

  private int segmentSize() {
    return is64Bit ? 56 : 32;
  }

  private int sectionSize() {
    return is64Bit ? 64 : 40;
  }

  /** The file. */
  public Bytes bytes() {
    return Bytes.of(array());
  }

  /** The file. */
  public byte[] array() {
    ByteWriter names = content().u8(0);
    section(".shstrtab", 3, new byte[0]);
    for (Section section : sections.subList(1, sections.size())) {
      section.nameOffset = section.name.isEmpty() ? 0 : names.size();
      names.text(section.name);
    }
    Section last = new Section(".shstrtab", 3, names.array());
    last.nameOffset = sections.get(lastRow()).nameOffset;
    sections.set(lastRow(), last);

    ByteWriter body = content().padTo(headerSize() + (long) segments.size() * segmentSize());
    for (Section section : sections) {
      body.align(8);
      if (!section.isClaimed) {
        section.offset = section.type == 0 ? 0 : body.size();
        section.size = section.type == 0 ? 0 : section.content.length;
      }
      body.raw(section.content);
    }
    long headers = body.align(8).size();
    byte[] contents = body.array();
    ByteWriter file = header(hasSectionHeaders ? headers : 0);
    segments.forEach(segment -> write(file, segment));
    file.raw(java.util.Arrays.copyOfRange(contents, file.size(), contents.length));
    if (hasSectionHeaders) {
      sections.forEach(section -> write(file, section));
    }
    return file.array();
  }

  private ByteWriter header(long sectionHeaders) {
    ByteWriter file = content();
    boolean isLittle = order == ByteOrder.LITTLE_ENDIAN;
    file.u8(0x7F, 'E', 'L', 'F', is64Bit ? 2 : 1, isLittle ? 1 : 2, 1).padTo(16);
    file.u16(type).u16(machine).u32(1);
    word(file, 0);
    word(file, segments.isEmpty() ? 0 : headerSize());
    word(file, sectionHeaders);
    file.u32(0).u16(headerSize()).u16(segmentSize());
    file.u16(countsInSectionZero ? 0xFFFF : segments.size()).u16(sectionSize());
    int count = hasSectionHeaders ? sections.size() : 0;
    boolean isBig = countsInSectionZero || count >= 0xFF00;
    if (isBig) {
      Section first = sections.get(0);
      first.size = count;
      first.link = count - 1;
      first.info = segments.size();
    }
    return file.u16(isBig ? 0 : count).u16(isBig ? 0xFFFF : Math.max(0, count - 1));
  }

  private void write(ByteWriter file, Segment segment) {
    file.u32(segment.type);
    if (is64Bit) {
      file.u32(segment.flags);
    }
    word(file, segment.offset);
    word(file, segment.address);
    word(file, segment.address);
    word(file, segment.fileSize);
    word(file, segment.memorySize);
    if (!is64Bit) {
      file.u32(segment.flags);
    }
    word(file, 1);
  }

  private void write(ByteWriter file, Section section) {
    file.u32(section.nameOffset).u32(section.type);
    word(file, section.flags);
    word(file, section.address);
    word(file, section.offset);
    word(file, section.size);
    file.u32(section.link).u32(section.info);
    word(file, 1);
    word(file, section.entrySize);
  }

  /** A number of address size. */
  public ByteWriter word(ByteWriter target, long value) {
    return target.number(value, is64Bit ? 8 : 4);
  }
}
