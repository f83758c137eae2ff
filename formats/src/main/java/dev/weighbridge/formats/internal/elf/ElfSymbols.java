package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;

/**
 * States the symbols of an ELF file, those of {@code .symtab} first, and the rows and name bytes
 * they cost.
 */
final class ElfSymbols {
  private final ElfFile elf;
  private final ImageBuilder image;
  private final ElfSymbolRules rules;
  private int dynamicBase;

  ElfSymbols(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
    this.rules = new ElfSymbolRules(elf);
  }

  void state() {
    int expected = elf.symbolTable().count() + elf.dynamicSymbolTable().count();
    image.reserve(expected, 2 * expected, 0);
    symbols(elf.symbolTable(), SymbolSource.SYMBOL_TABLE);
    dynamicBase = image.symbolCount();
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
      unit(image, table, row);
      symbol(table, row, source);
    }
    image.symbolsOf(-1);
  }

  /** Local symbols follow the file symbol of their unit; an empty one ends it. gABI, STT_FILE. */
  static void unit(ImageBuilder image, ElfSymbolTable table, int row) {
    boolean isLocal = table.binding(row) == ElfConstants.STB_LOCAL;
    if (isLocal && table.type(row) == ElfConstants.STT_FILE) {
      int length = table.nameLength(row);
      boolean isNamed = length > 0;
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
