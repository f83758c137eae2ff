package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.LC_ID_DYLIB;
import static dev.weighbridge.formats.macho.headers.MachOConstants.LC_LAZY_LOAD_DYLIB;
import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_TWOLEVEL;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_PEXT;
import static dev.weighbridge.formats.macho.headers.MachOConstants.N_WEAK_REF;

import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.exports.ExportTrie;
import dev.weighbridge.formats.macho.fixups.Imports;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the imports and exports of a linked Mach-O file: imports by the symbol table, each with the
 * number of its library, and by the fixups of a file whose table was stripped of them; exports by
 * the export trie, in files of the time before it by the symbol table. loader.h, nlist.h.
 */
final class MachOLinks {
  private static final int MAX_LIBRARY_ORDINAL = 0xFD;

  private final MachOFile macho;
  private final MachOSymbolTable symbols;
  private final List<LoadCommand.Dylib> libraries;
  private final MachOImports imports;
  private final MachOExportFacts exports;

  /** The links of a linked file whose exports and imports have symbols. */
  MachOLinks(MachOFile macho, MachOImports imports, MachOExportFacts exports) {
    this.macho = macho;
    this.symbols = macho.symbolTable();
    this.imports = imports;
    this.exports = exports;
    this.libraries =
        macho.loadCommands(LoadCommand.Dylib.class).stream()
            .filter(dylib -> dylib.command() != LC_ID_DYLIB)
            .toList();
  }

  void imports(LinkTable.Builder links) {
    boolean isTwoLevel = (macho.header().flags() & MH_TWOLEVEL) != 0;
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.isExternal(row) && symbols.isUndefined(row)) {
        int description = symbols.description(row);
        links.symbol(row);
        from(links, isTwoLevel ? libraryOf(description) : 0);
        optional(links, (description & N_WEAK_REF) != 0);
      }
    }
    Imports named = macho.fixups().imports();
    int last = symbols.count() - 1;
    for (int i = 0; i < named.count(); i++) {
      // Symbols of those that no table names were stated in this order, each once.
      if (imports.row(i) > last) {
        last = imports.row(i);
        links.symbol(last);
        from(links, named.library(i));
        optional(links, named.isWeak(i));
      }
    }
  }

  /** {@code GET_LIBRARY_ORDINAL}; the numbers above mean the program, or any library. */
  private static int libraryOf(int description) {
    int number = description >>> 8;
    return number <= MAX_LIBRARY_ORDINAL ? number : 0;
  }

  /** Numbers outside the list, and 0, mean no library in particular. */
  private void from(LinkTable.Builder links, int number) {
    if (number > 0 && number <= libraries.size()) {
      LoadCommand.Dylib library = libraries.get(number - 1);
      links.library(library.name());
      if (library.command() == LC_LAZY_LOAD_DYLIB) {
        links.trait(LinkTable.Trait.DELAYED);
      }
    }
  }

  private static void optional(LinkTable.Builder links, boolean mayBeMissing) {
    if (mayBeMissing) {
      links.trait(LinkTable.Trait.OPTIONAL);
    }
  }

  void exports(LinkTable.Builder links) {
    ExportTrie trie = macho.exports();
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < symbols.count(); row++) {
      if (isExported(row)) {
        if (trie.count() == 0) {
          links.symbol(row);
        } else {
          rows.putIfAbsent(symbols.name(row), row);
        }
      }
    }
    for (int row = 0; row < trie.count(); row++) {
      String name = trie.name(row);
      int symbol = rows.getOrDefault(name, exports.symbol(row));
      if (symbol < 0) {
        links.named(name, -1);
      } else {
        links.symbol(symbol);
      }
      if (trie.isReexported(row)) {
        from(links, (int) Math.min(Integer.MAX_VALUE, trie.library(row)));
        links.target(trie.importedName(row).isEmpty() ? name : trie.importedName(row));
      }
    }
  }

  private boolean isExported(int row) {
    return symbols.isExternal(row)
        && !symbols.isUndefined(row)
        && (symbols.type(row) & N_PEXT) == 0;
  }
}
