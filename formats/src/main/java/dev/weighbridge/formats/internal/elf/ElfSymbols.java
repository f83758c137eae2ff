package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.Set;

/**
 * States the symbols of an ELF file, those of {@code .symtab} first, and the rows and name bytes
 * they cost.
 */
final class ElfSymbols {
  /** What link-time optimisation of LLVM and of GCC calls the one object that it makes of all. */
  private static final Set<String> MERGED = Set.of("ld-temp.o", "<artificial>");

  private final ElfFile elf;
  private final ImageBuilder image;
  private final ElfSymbolRules rules;

  /** Where sections start and end, as values of symbols. */
  private final long[] starts;

  private final long[] ends;
  private final int dynamicBase;

  ElfSymbols(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
    this.rules = new ElfSymbolRules(elf);
    this.dynamicBase = elf.symbolTable().count();
    starts = new long[elf.sections().size()];
    ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      ElfSection section = elf.sections().get(i);
      starts[i] = elf.isRelocatable() ? 0 : section.address();
      ends[i] = starts[i] + section.statedSize();
    }
  }

  void state() {
    symbols(elf.symbolTable(), SymbolSource.SYMBOL_TABLE);
    symbols(elf.dynamicSymbolTable(), SymbolSource.DYNAMIC_TABLE);
    costs(elf.symbolTable(), 0, Kind.NAMES);
    costs(elf.dynamicSymbolTable(), dynamicBase, Kind.LINKING);
  }

  /** Row in the facts of row 0 of {@code .dynsym}; that of {@code .symtab} is row 0. */
  int dynamicBase() {
    return dynamicBase;
  }

  private void symbols(ElfSymbolTable table, SymbolSource source) {
    for (int row = 0; row < table.count(); row++) {
      Work.tellAt("reading symbols", row, table.count());
      unit(image, table, row);
      symbol(table, row, source);
      if (mayReachOver(table, row)) {
        checkEnd(table, row);
      }
    }
    image.symbolsOf(-1);
  }

  /** Whether a symbol does not end in its section as it stands: hardly any has to be looked at. */
  private boolean mayReachOver(ElfSymbolTable table, int row) {
    int section = table.section(row);
    return section > 0
        && section < ends.length
        && Long.compareUnsigned(table.value(row) + table.memorySize(row), ends[section]) > 0;
  }

  /** A function or an object lies in its section; what it states beyond that is not its own. */
  private void checkEnd(ElfSymbolTable table, int row) {
    int type = table.type(row);
    int section = rules.section(table, row);
    boolean hasPlace = type == ElfConstants.STT_FUNC || type == ElfConstants.STT_OBJECT;
    if (!hasPlace || section <= 0 || section >= ends.length) {
      return;
    }
    long address = rules.address(table, row);
    long room = ends[section] - address;
    long size = table.memorySize(row);
    if (room >= 0 && size > room && Long.compareUnsigned(address, starts[section]) >= 0) {
      image
          .diagnostics()
          .warn(
              "elf.symbol[" + row + "].st_size",
              table.fileStart(row),
              "at most " + room + ", up to the end of its section",
              Long.toUnsignedString(size));
    }
  }

  private static String name(ElfSymbolTable table, int row) {
    long start = table.nameOffset(row);
    return table.strings().text(start, start + table.nameLength(row));
  }

  /** Local symbols follow the file symbol of their unit; an empty one ends it. gABI, STT_FILE. */
  static void unit(ImageBuilder image, ElfSymbolTable table, int row) {
    boolean isLocal = table.binding(row) == ElfConstants.STB_LOCAL;
    if (isLocal && table.type(row) == ElfConstants.STT_FILE) {
      int length = table.nameLength(row);
      boolean isNamed = length > 0 && !MERGED.contains(name(table, row));
      image.symbolsOf(
          isNamed ? image.member(table.strings(), table.nameOffset(row), length, "") : -1);
    } else if (!isLocal) {
      image.symbolsOf(-1);
    }
  }

  private void symbol(ElfSymbolTable table, int row, SymbolSource source) {
    image.symbol(
        rules.address(table, row),
        table.memorySize(row),
        rules.section(table, row),
        rules.type(table, row),
        binding(table.binding(row)),
        source,
        table.strings(),
        table.nameOffset(row),
        table.nameLength(row));
  }

  /** How far a symbol of a {@code STB_} constant is visible. */
  static SymbolBinding binding(int binding) {
    return switch (binding) {
      case ElfConstants.STB_LOCAL -> SymbolBinding.LOCAL;
      case ElfConstants.STB_WEAK -> SymbolBinding.WEAK;
      default -> SymbolBinding.GLOBAL;
    };
  }

  private void costs(ElfSymbolTable table, int base, Kind kind) {
    int row = image.label("symbol");
    for (int i = 0; i < table.count(); i++) {
      long start = table.fileStart(i);
      image.structure(row, kind, start, table.entrySize(), Subject.SYMBOL, base + i);
    }
    int label = image.label("symbol name");
    for (int user : table.firstNameUsers()) {
      long start = table.stringsStart() + table.nameOffset(user);
      long withNul = table.nameLength(user) + 1L;
      image.structure(label, kind, start, withNul, Subject.SYMBOL, base + user);
    }
  }
}
