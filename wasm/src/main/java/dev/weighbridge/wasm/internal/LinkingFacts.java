package dev.weighbridge.wasm.internal;

import static dev.weighbridge.wasm.linking.LinkingSymbolTable.WASM_SYM_ABSOLUTE;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.wasm.WasmConstants;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.WasmSection;
import dev.weighbridge.wasm.items.WasmDataSegment;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.linking.LinkingSymbolTable;
import dev.weighbridge.wasm.linking.WasmRelocations;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * States what the linking and relocation sections say: symbols of data, further names of items,
 * what the symbols cost, and the relocations.
 */
final class LinkingFacts {
  private final WasmModule module;
  private final SymbolRows rows;
  private final ImageBuilder image;
  private final @Nullable LinkingSymbolTable symbols;
  private final int[] rowOfSymbol;
  private final int[] sectionOfData;
  private int nextRelocations;

  LinkingFacts(WasmModule module, SymbolRows rows, ImageBuilder image) {
    this.module = module;
    this.rows = rows;
    this.image = image;
    symbols = module.custom().linking().map(Linking::symbols).orElse(null);
    rowOfSymbol = new int[symbols == null ? 0 : symbols.count()];
    Arrays.fill(rowOfSymbol, SymbolRows.NONE);
    sectionOfData = dataSections(module);
  }

  /**
   * States a symbol for each piece of data that has one, and for each further name of an item,
   * behind the rows of items.
   *
   * @param isRelocatable whether what this table says is what a linker reads
   */
  void symbols(ItemNames names, LinkedItems linked, boolean isRelocatable) {
    if (symbols == null) {
      return;
    }
    for (int i = 0; i < rowOfSymbol.length; i++) {
      if (symbols.kind(i) == LinkingSymbolTable.SYMTAB_DATA) {
        rowOfSymbol[i] = data(symbols, i);
      } else {
        int item = rows.ofSymbol(symbols.kind(i), symbols.item(i));
        rowOfSymbol[i] = item;
        if (item != SymbolRows.NONE && isFurtherName(symbols, i, item, names, isRelocatable)) {
          furtherName(symbols, i, linked, linked.find(item));
        }
      }
    }
  }

  private boolean isFurtherName(
      LinkingSymbolTable table, int symbol, int item, ItemNames names, boolean isRelocatable) {
    int length = table.nameLength(symbol);
    boolean isOfOtherTable = isRelocatable && names.source(item) != SymbolSource.SYMBOL_TABLE;
    return length > 0 && (isOfOtherTable || !names.isCalled(item, table.nameStart(symbol), length));
  }

  private void furtherName(LinkingSymbolTable table, int symbol, LinkedItems linked, int place) {
    boolean isFunction = table.kind(symbol) == LinkingSymbolTable.SYMTAB_FUNCTION;
    image.symbol(
        linked.address(place),
        0,
        linked.section(place),
        linked.type(place, isFunction ? SymbolType.FUNCTION : SymbolType.OBJECT),
        LinkedItems.binding(table.flags(symbol)),
        SymbolSource.SYMBOL_TABLE,
        module.bytes(),
        table.nameStart(symbol),
        table.nameLength(symbol));
  }

  private int data(LinkingSymbolTable table, int symbol) {
    boolean isAbsolute = (table.flags(symbol) & WASM_SYM_ABSOLUTE) != 0;
    int section = isAbsolute ? SymbolTable.ABSOLUTE : SymbolTable.UNDEFINED;
    long address = isAbsolute ? table.offset(symbol) : 0;
    long size = 0;
    int segment = table.item(symbol);
    if (!isAbsolute && !table.isUndefined(symbol) && rows.data(segment) != SymbolRows.NONE) {
      WasmDataSegment home = module.data().row(segment);
      long offset = table.offset(symbol);
      boolean fits = offset >= 0 && offset <= home.contentSize();
      if (fits) {
        section = sectionOfData[segment];
        size = Math.min(table.size(symbol), home.contentSize() - offset);
        address = home.contentStart() + offset - module.sections().get(section).contentStart();
      }
    }
    return image.symbol(
        address,
        size,
        section,
        SymbolType.OBJECT,
        LinkedItems.binding(table.flags(symbol)),
        SymbolSource.SYMBOL_TABLE,
        module.bytes(),
        table.nameStart(symbol),
        table.nameLength(symbol));
  }

  private static int[] dataSections(WasmModule module) {
    int[] sections = new int[module.data().count()];
    for (WasmSection section : module.sections()) {
      if (section.id() == WasmConstants.SECTION_DATA) {
        int end = section.firstItem() + section.itemCount();
        Arrays.fill(sections, section.firstItem(), end, section.index());
      }
    }
    return sections;
  }

  /** States what the rows of the linking section cost, if it is the one they stand in. */
  void costs(WasmSection section) {
    int label = image.label("symbol");
    if (symbols == null
        || rowOfSymbol.length == 0
        || symbols.fileStart(0) < section.payloadStart()
        || symbols.fileStart(0) >= section.fileEnd()) {
      return;
    }
    for (int i = 0; i < rowOfSymbol.length; i++) {
      if (rowOfSymbol[i] != SymbolRows.NONE) {
        long start = symbols.fileStart(i);
        long size = symbols.fileEnd(i) - start;
        image.structure(label, Kind.NAMES, start, size, Subject.SYMBOL, rowOfSymbol[i]);
      }
    }
  }

  /** States the relocations of a section, each about what it patches; sections come in order. */
  void relocations(WasmSection section, boolean isRelocatable) {
    List<WasmRelocations> tables = module.custom().relocations();
    while (nextRelocations < tables.size()
        && tables.get(nextRelocations).section() <= section.index()) {
      WasmRelocations table = tables.get(nextRelocations++);
      if (table.targetSection() >= 0) {
        relocations(table, module.sections().get(table.targetSection()), isRelocatable);
      }
    }
  }

  private void relocations(WasmRelocations table, WasmSection target, boolean isRelocatable) {
    int label = image.label("relocation");
    boolean hasAddress = target.id() == WasmConstants.SECTION_CODE;
    boolean hasOwner = hasAddress || target.id() == WasmConstants.SECTION_DATA;
    for (int i = 0; i < table.count(); i++) {
      long place = target.payloadStart() + table.offset(i);
      if (isRelocatable) {
        image.relocation(place, table.type(i), row(table, i), -1);
      } else if (hasAddress) {
        image.relocation(table.offset(i), table.type(i), row(table, i), -1);
      }
      if (hasOwner) {
        long start = table.fileStart(i);
        long size = table.fileEnd(i) - start;
        image.structure(label, Kind.RELOCATIONS, start, size, Subject.OFFSET, place);
      }
    }
  }

  private int row(WasmRelocations table, int relocation) {
    int index = table.index(relocation);
    if (table.type(relocation) == WasmRelocations.R_WASM_TYPE_INDEX_LEB) {
      return rows.type(index);
    }
    return index < rowOfSymbol.length ? rowOfSymbol[index] : SymbolRows.NONE;
  }
}
