package dev.weighbridge.formats.elf.relocations;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_MIPS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_SPARCV9;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_REL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_RELA;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_RELR;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_REL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_RELA;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_RELR;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Allowance;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Decodes relocation tables into columns. */
public final class ElfRelocationReader {
  private final ElfImage image;
  private final ElfTargets targets;
  private final ElfRelocationRoles roles;
  private final Bytes file;
  private final boolean is64Bit;
  private final int machine;
  private final int word;
  private final Allowance allowance;

  private ElfRelocationReader(ElfImage image, ElfTargets targets) {
    this.image = image;
    this.targets = targets;
    this.file = image.file();
    this.is64Bit = image.header().is64Bit();
    this.machine = image.header().machine();
    this.word = image.header().addressBytes();
    this.roles = ElfRelocationRoles.of(machine, is64Bit);
    this.allowance = new Allowance(file.length() / 4);
  }

  /**
   * All tables in the order of their sections.
   *
   * @param symbols the full symbol table
   * @param dynamicSymbols the symbol table of the dynamic linker
   */
  public static List<ElfRelocations> read(
      ElfImage image, ElfSymbolTable symbols, ElfSymbolTable dynamicSymbols) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(symbols, "symbols");
    Objects.requireNonNull(dynamicSymbols, "dynamicSymbols");
    return new ElfRelocationReader(image, new ElfTargets(image, symbols, dynamicSymbols)).read();
  }

  private List<ElfRelocations> read() {
    List<ElfRelocations> found = new ArrayList<>();
    for (ElfSection section : image.sections()) {
      switch (section.type()) {
        case SHT_REL -> found.add(records(section, false));
        case SHT_RELA -> found.add(records(section, true));
        case SHT_RELR, SHT_ANDROID_RELR -> found.add(relative(section));
        case SHT_ANDROID_REL, SHT_ANDROID_RELA -> found.add(packed(section));
        default -> {}
      }
    }
    return List.copyOf(found);
  }

  private ElfRelocations records(ElfSection section, boolean hasAddends) {
    int stride = word * (hasAddends ? 3 : 2);
    int count = (int) allowance.take(image.rows(section, stride));
    ElfRelocationColumns columns = ElfRelocationColumns.rowByRow(count);
    RowWindow window = new RowWindow(file, image.start(section), stride, count);
    while (window.next()) {
      Work.check();
      for (int i = 0, at = 0; i < window.rows(); i++, at += stride) {
        read(columns, window.first() + i, window.bytes(), at);
        if (hasAddends) {
          columns.addend[window.first() + i] = addend(window.bytes(), at + 2 * word);
        }
      }
    }
    return new ElfRelocations(section, hasAddends, roles, targets, stride, columns);
  }

  /**
   * Reads what all records have: a method of its own, so that it is compiled before the loop is.
   */
  private void read(ElfRelocationColumns columns, int row, Bytes rows, int at) {
    columns.place[row] = is64Bit ? rows.i64(at) : rows.u32(at);
    columns.type[row] = type(rows, at + word);
    columns.symbol[row] = symbol(rows, at + word);
  }

  private long addend(Bytes rows, int at) {
    return is64Bit ? rows.i64(at) : rows.i32(at);
  }

  /** The low part of {@code r_info}: {@code ELF32_R_TYPE} or {@code ELF64_R_TYPE}. */
  private int type(Bytes rows, int at) {
    if (!is64Bit) {
      return rows.u8(rows.isLittleEndian() ? at : at + 3);
    }
    if (machine == EM_MIPS) {
      return rows.u8(at + 7) | rows.u8(at + 6) << 8 | rows.u8(at + 5) << 16;
    }
    long info = rows.i64(at);
    return machine == EM_SPARCV9 ? (int) info & 0xFF : (int) info;
  }

  /**
   * The high part of {@code r_info}: {@code ELF32_R_SYM} or {@code ELF64_R_SYM}. 64-bit MIPS has a
   * four-byte symbol and four single bytes there, whatever the byte order.
   */
  private int symbol(Bytes rows, int at) {
    if (!is64Bit) {
      return rows.i32(at) >>> 8;
    }
    return machine == EM_MIPS ? rows.i32(at) : (int) (rows.i64(at) >>> 32);
  }

  /**
   * A table of relative relocations: an even word is an address to patch; an odd one is a bitmap of
   * the 63 (31) words that follow.
   */
  private ElfRelocations relative(ElfSection section) {
    int words = image.rows(section, word);
    long start = image.start(section);
    int count = (int) allowance.take(relativeCount(start, words));
    int[] recordStart = new int[count];
    ElfRelocationColumns columns = ElfRelocationColumns.shared(recordStart);
    Arrays.fill(columns.type, roles.relative());
    long next = 0;
    int row = 0;
    for (int i = 0; i < words && row < count; i++) {
      long entry = image.word(start + (long) i * word);
      if ((entry & 1) == 0) {
        columns.place[row] = entry;
        recordStart[row++] = i * word;
        next = entry + word;
        continue;
      }
      for (long bits = entry >>> 1, at = next; bits != 0 && row < count; bits >>>= 1, at += word) {
        if ((bits & 1) != 0) {
          columns.place[row] = at;
          recordStart[row++] = i * word;
        }
      }
      next += (8L * word - 1) * word;
    }
    return new ElfRelocations(section, false, roles, targets, word, columns);
  }

  private long relativeCount(long start, int words) {
    long count = 0;
    for (int i = 0; i < words; i++) {
      long entry = image.word(start + (long) i * word);
      count += (entry & 1) == 0 ? 1 : Long.bitCount(entry) - 1;
    }
    return count;
  }

  private ElfRelocations packed(ElfSection section) {
    ElfRelocationColumns columns =
        ElfPackedRelocations.read(
            image.content(section), image.start(section), is64Bit, allowance, image.diagnostics());
    boolean hasAddends = section.type() == SHT_ANDROID_RELA;
    return new ElfRelocations(section, hasAddends, roles, targets, 0, columns);
  }
}
