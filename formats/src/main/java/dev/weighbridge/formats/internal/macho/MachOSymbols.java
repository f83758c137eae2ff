package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOConstants;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.work.Work;

/**
 * States the symbols of a Mach-O file, one row for each of the table, and the rows and name bytes
 * they cost.
 *
 * <p>Functions of the debug map come with their sizes; their rows and those of the object files
 * they are from keep their places, so that each function follows its object file.
 */
final class MachOSymbols {
  private final MachOSymbolTable table;
  private final ImageBuilder image;
  private final MachOSymbolRules rules;
  private final int sectionBase;

  MachOSymbols(MachOFile macho, ImageBuilder image) {
    this(macho, image, 0);
  }

  /**
   * The symbols of a file inside a set.
   *
   * @param sectionBase how many sections of other files were stated before its own
   */
  MachOSymbols(MachOFile macho, ImageBuilder image, int sectionBase) {
    this.sectionBase = sectionBase;
    this.table = macho.symbolTable();
    this.image = image;
    this.rules = new MachOSymbolRules(macho);
  }

  void state() {
    Bytes names = table.strings();
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      unit(names, row);
      int section = rules.section(row);
      image.symbol(
          rules.address(row, section),
          rules.memorySize(row),
          section < 0 ? section : sectionBase + section,
          rules.type(row, section),
          rules.binding(row),
          SymbolSource.SYMBOL_TABLE,
          names,
          table.nameOffset(row),
          table.nameLength(row));
    }
    image.symbolsOf(-1);
    rows();
    names();
  }

  /**
   * What the debug map lists after an object file is of that; an unnamed source file ends it, and
   * so do symbols outside the map. stab.h, N_OSO and N_SO.
   */
  private void unit(Bytes names, int row) {
    if (!table.isDebugMap(row) || (isSource(row) && table.nameLength(row) == 0)) {
      image.symbolsOf(-1);
    } else if (table.type(row) == MachOConstants.N_OSO) {
      image.symbolsOf(image.member(names, table.nameOffset(row), table.nameLength(row), ""));
    }
  }

  private boolean isSource(int row) {
    return table.type(row) == MachOConstants.N_SO;
  }

  private void rows() {
    int first = image.symbolCount() - table.count();
    int symbol = image.label("symbol");
    int stab = image.label("debug map");
    int function = -1;
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      long start = table.fileStart(row);
      if (!table.isDebugMap(row)) {
        image.structure(symbol, Kind.NAMES, start, table.entrySize(), Subject.SYMBOL, first + row);
        continue;
      }
      function = functionAround(row, function);
      Subject how = function < 0 ? Subject.NONE : Subject.SYMBOL;
      long about = function < 0 ? -1 : first + function;
      image.structure(stab, Kind.DEBUG, start, table.entrySize(), how, about);
    }
  }

  /** The row of the function or variable that a row of the debug map is about, or -1. */
  private int functionAround(int row, int last) {
    return switch (table.type(row)) {
      case MachOConstants.N_BNSYM -> row + 1 < table.count() ? row + 1 : -1;
      case MachOConstants.N_FUN -> table.nameLength(row) > 0 ? row : last;
      case MachOConstants.N_ENSYM -> last;
      case MachOConstants.N_STSYM -> row;
      default -> -1;
    };
  }

  private void names() {
    int first = image.symbolCount() - table.count();
    int name = image.label("symbol name");
    int path = image.label("debug map name");
    long names = table.stringsStart();
    for (int user : table.firstNameUsers()) {
      boolean isPath = isPath(user);
      image.structure(
          isPath ? path : name,
          isPath ? Kind.DEBUG : Kind.NAMES,
          names + table.nameOffset(user),
          table.nameLength(user) + 1L,
          isPath ? Subject.NONE : Subject.SYMBOL,
          isPath ? -1 : first + user);
    }
  }

  /** Whether the name of a row is that of a file, which only the debug map needs. */
  private boolean isPath(int row) {
    return switch (table.type(row)) {
      case MachOConstants.N_SO, MachOConstants.N_OSO, MachOConstants.N_AST -> true;
      default -> false;
    };
  }
}
