package dev.weighbridge.formats.testing;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** A section of a described ELF file: sound by default, odd where a test says so. */
public final class ElfSectionRow {
  private static final int SHT_PROGBITS = 1;
  private static final int SHT_NOBITS = 8;
  private static final int SHF_WRITE = 1;
  private static final int SHF_ALLOC = 2;
  private static final int SHF_EXECINSTR = 4;

  final String name;
  int type = SHT_PROGBITS;
  long flags;
  long address;
  long alignment = 1;
  long entrySize;
  int link;
  int info;
  Content content = Content.of();
  OptionalLong offset = OptionalLong.empty();
  OptionalLong statedSize = OptionalLong.empty();
  OptionalInt nameOffset = OptionalInt.empty();

  private ElfSectionRow(String name) {
    this.name = name;
  }

  /** A section that is not loaded. */
  public static ElfSectionRow named(String name) {
    return new ElfSectionRow(name);
  }

  /** A loaded section of instructions. */
  public static ElfSectionRow code(String name, long address, Content content) {
    return new ElfSectionRow(name)
        .flags(SHF_ALLOC | SHF_EXECINSTR)
        .address(address)
        .alignment(16)
        .content(content);
  }

  /** A loaded, writable section. */
  public static ElfSectionRow data(String name, long address, Content content) {
    return new ElfSectionRow(name)
        .flags(SHF_ALLOC | SHF_WRITE)
        .address(address)
        .alignment(8)
        .content(content);
  }

  /** A loaded section that has no bytes in the file. */
  public static ElfSectionRow zero(String name, long address, long size) {
    return new ElfSectionRow(name)
        .type(SHT_NOBITS)
        .flags(SHF_ALLOC | SHF_WRITE)
        .address(address)
        .statedSize(size);
  }

  /** {@code sh_type}. */
  public ElfSectionRow type(int value) {
    type = value;
    return this;
  }

  /** {@code sh_flags}. */
  public ElfSectionRow flags(long value) {
    flags = value;
    return this;
  }

  /** {@code sh_addr}. */
  public ElfSectionRow address(long value) {
    address = value;
    return this;
  }

  /** {@code sh_addralign}; the content is aligned to it if it is a power of two up to 4096. */
  public ElfSectionRow alignment(long value) {
    alignment = value;
    return this;
  }

  /** {@code sh_entsize}. */
  public ElfSectionRow entrySize(long value) {
    entrySize = value;
    return this;
  }

  /** {@code sh_link}. */
  public ElfSectionRow link(int value) {
    link = value;
    return this;
  }

  /** {@code sh_info}. */
  public ElfSectionRow info(int value) {
    info = value;
    return this;
  }

  /** Its bytes. */
  public ElfSectionRow content(Content value) {
    content = value;
    return this;
  }

  /** {@code sh_offset} says this, whatever lies there; its content, if any, is still written. */
  public ElfSectionRow statedOffset(long value) {
    offset = OptionalLong.of(value);
    return this;
  }

  /** {@code sh_size} says this, whatever the content has. */
  public ElfSectionRow statedSize(long value) {
    statedSize = OptionalLong.of(value);
    return this;
  }

  /** {@code sh_name} says this, whatever the name. */
  public ElfSectionRow statedNameOffset(int value) {
    nameOffset = OptionalInt.of(value);
    return this;
  }
}
