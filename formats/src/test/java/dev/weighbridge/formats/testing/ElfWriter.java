package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes described ELF files: one odd file per test, of either class and byte order.
 *
 * <pre>{@code
 * Bytes file =
 *     ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
 *         .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
 *         .symbol(ElfSymbolRow.function("main", 1, 0x1000, 64))
 *         .bytes();
 * }</pre>
 *
 * <p>The file header, program headers, contents in the order of their sections, symbol and name
 * tables, section headers: in that order. Section 0 is the null section, so the first one added has
 * index 1. gABI 4 and 5.
 */
public final class ElfWriter {
  /**
   * A program header.
   *
   * @param type {@code p_type}
   * @param flags {@code p_flags}
   * @param offset {@code p_offset}
   * @param address {@code p_vaddr} and {@code p_paddr}
   * @param fileSize {@code p_filesz}
   * @param memorySize {@code p_memsz}
   * @param alignment {@code p_align}
   */
  public record Segment(
      int type,
      int flags,
      long offset,
      long address,
      long fileSize,
      long memorySize,
      long alignment) {}

  /** A {@code sh_link} that becomes the index of the symbol table. */
  static final int SYMBOL_TABLE = -1;

  private static final int SHT_RELA = 4;
  private static final int SHT_NOTE = 7;

  final boolean is64Bit;
  final ByteOrder order;
  final List<Segment> segments = new ArrayList<>();
  final List<ElfSectionRow> sections = new ArrayList<>();
  final List<ElfSymbolRow> symbols = new ArrayList<>();
  int type = 3;
  int machine = 62;
  int machineFlags;
  long entry;
  boolean hasSectionHeaders = true;
  boolean hasExtendedCounts;
  int madeSymbols;
  IntFunction<ElfSymbolRow> madeSymbol;

  private ElfWriter(boolean is64Bit, ByteOrder order) {
    this.is64Bit = is64Bit;
    this.order = order;
  }

  /**
   * A shared object for x86-64 without anything in it.
   *
   * @param bits 32 or 64
   */
  public static ElfWriter of(int bits, ByteOrder order) {
    return new ElfWriter(bits == 64, order);
  }

  /** {@code e_type}. */
  public ElfWriter type(int value) {
    type = value;
    return this;
  }

  /** {@code e_machine} and {@code e_flags}. */
  public ElfWriter machine(int value, int flags) {
    machine = value;
    machineFlags = flags;
    return this;
  }

  /** {@code e_entry}. */
  public ElfWriter entry(long address) {
    entry = address;
    return this;
  }

  /** Adds a program header. */
  public ElfWriter segment(Segment segment) {
    segments.add(segment);
    return this;
  }

  /** Adds a section; its index is the number of sections before it, plus 1. */
  public ElfWriter section(ElfSectionRow section) {
    sections.add(section);
    return this;
  }

  /** Adds a symbol to {@code .symtab}, which is written if there are any. Locals first. */
  public ElfWriter symbol(ElfSymbolRow symbol) {
    symbols.add(symbol);
    return this;
  }

  /** Adds many symbols, made twice while the file is written: for names and for rows. */
  public ElfWriter symbols(int count, IntFunction<ElfSymbolRow> symbol) {
    madeSymbols = count;
    madeSymbol = symbol;
    return this;
  }

  /**
   * Adds a section of {@code Elf32_Rela} or {@code Elf64_Rela} rows.
   *
   * @param target index of the section they patch
   * @param rows {@code r_offset}, symbol, type, {@code r_addend} of each
   */
  public ElfWriter relocations(String name, int target, long[]... rows) {
    ByteWriter out = new ByteWriter(order);
    for (long[] row : rows) {
      out.number(row[0], word());
      out.number(is64Bit ? row[1] << 32 | row[2] : row[1] << 8 | row[2], word());
      out.number(row[3], word());
    }
    return section(
        ElfSectionRow.named(name)
            .type(SHT_RELA)
            .info(target)
            .link(SYMBOL_TABLE)
            .alignment(word())
            .entrySize(3L * word())
            .content(Content.of(out)));
  }

  /** Adds a section of one note. */
  public ElfWriter note(String sectionName, String owner, int noteType, byte... description) {
    ByteWriter out = new ByteWriter(order);
    out.u32(owner.length() + 1).u32(description.length).u32(noteType);
    out.text(owner).align(4).raw(description).align(4);
    return section(
        ElfSectionRow.named(sectionName).type(SHT_NOTE).alignment(4).content(Content.of(out)));
  }

  /** Leaves the section headers out; the contents stay. */
  public ElfWriter withoutSectionHeaders() {
    hasSectionHeaders = false;
    return this;
  }

  /**
   * Puts the counts of sections and program headers into section 0, as files with more than 0xFF00
   * of them must. gABI 4, {@code e_shnum}, {@code e_shstrndx}, {@code e_phnum}.
   */
  public ElfWriter withExtendedCounts() {
    hasExtendedCounts = true;
    return this;
  }

  /** Bytes of an address: 4 or 8. */
  int word() {
    return is64Bit ? 8 : 4;
  }

  /** All symbols to write. */
  int symbolCount() {
    return symbols.size() + madeSymbols;
  }

  ElfSymbolRow symbolAt(int index) {
    return index < symbols.size() ? symbols.get(index) : madeSymbol.apply(index - symbols.size());
  }

  /** The file. */
  public byte[] array() {
    return new ElfLayout(this).array();
  }

  /** The file, in its byte order. */
  public Bytes bytes() {
    return Bytes.of(array()).withOrder(order);
  }

  /** Writes the file; holes stay holes, and made contents never lie in memory as a whole. */
  public Path writeTo(Path file) throws IOException {
    new ElfLayout(this).writeTo(file);
    return file;
  }
}
