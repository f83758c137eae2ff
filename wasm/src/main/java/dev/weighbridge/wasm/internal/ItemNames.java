package dev.weighbridge.wasm.internal;

import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.FunctionNames;
import dev.weighbridge.formats.debug.Texts;
import dev.weighbridge.wasm.WasmExportTable;
import dev.weighbridge.wasm.WasmModule;
import dev.weighbridge.wasm.items.ItemKind;
import dev.weighbridge.wasm.items.WasmImport;
import dev.weighbridge.wasm.linking.Linking;
import dev.weighbridge.wasm.linking.LinkingSymbolTable;
import dev.weighbridge.wasm.names.NameKind;
import dev.weighbridge.wasm.names.NameMap;
import java.util.Arrays;
import java.util.Locale;

/**
 * What each item is called: for functions what the runtime of Go says, else the name section, else
 * the import, else the export, else the linking section, else {@code func[17]}; for the rest their
 * index and then such a name, {@code global[0] __stack_pointer}.
 *
 * <p>Names of functions stay where they are in the file.
 */
final class ItemNames {
  private static final int MADE = -1;
  private static final SymbolSource[] SOURCES = SymbolSource.values();

  private final WasmModule module;
  private final SymbolRows rows;
  private final long[] fileStart;
  private final int[] madeStart;
  private final int[] length;
  private final byte[] source;
  private final NamePool pool = new NamePool();
  private final Bytes made;

  /**
   * The names of a module.
   *
   * @param debug what names functions if nothing in the module does
   */
  ItemNames(WasmModule module, SymbolRows rows, DebugInformation debug) {
    this.module = module;
    this.rows = rows;
    fileStart = new long[rows.count()];
    madeStart = new int[rows.count()];
    length = new int[rows.count()];
    source = new byte[rows.count()];
    Arrays.fill(fileStart, MADE);
    if (isByGo()) {
      GoNames.tell(module, this::goName);
    }
    nameSection();
    imports();
    exports();
    module.custom().linking().ifPresent(this::linking);
    if (debug.isPresent() && module.names().of(NameKind.FUNCTION).count() == 0) {
      DebugNames.tell(module, debug, this::debugName);
    }
    makeFunctionNames();
    for (ItemKind kind : ItemKind.values()) {
      if (kind != ItemKind.FUNCTION) {
        label(kind.name().toLowerCase(Locale.ROOT), rows.of(kind, 0), module.count(kind));
      }
    }
    label("type", rows.type(0), module.types().count());
    label("elem", rows.element(0), module.elements().count());
    label("data", rows.data(0), module.data().count());
    made = pool.freeze();
  }

  private void nameSection() {
    name(NameKind.FUNCTION, rows.of(ItemKind.FUNCTION, 0), module.count(ItemKind.FUNCTION));
    name(NameKind.TABLE, rows.of(ItemKind.TABLE, 0), module.count(ItemKind.TABLE));
    name(NameKind.MEMORY, rows.of(ItemKind.MEMORY, 0), module.count(ItemKind.MEMORY));
    name(NameKind.GLOBAL, rows.of(ItemKind.GLOBAL, 0), module.count(ItemKind.GLOBAL));
    name(NameKind.TAG, rows.of(ItemKind.TAG, 0), module.count(ItemKind.TAG));
    name(NameKind.TYPE, rows.type(0), module.types().count());
    name(NameKind.ELEMENT, rows.element(0), module.elements().count());
    name(NameKind.DATA, rows.data(0), module.data().count());
  }

  /** Go's linker puts the identity of the build first. */
  private boolean isByGo() {
    return module.customSection("go:buildid").isPresent()
        || module.customSection("go.buildid").isPresent();
  }

  private void goName(int body, Bytes from, long start, int bytes) {
    int row = rows.of(ItemKind.FUNCTION, module.imported(ItemKind.FUNCTION) + body);
    if (row != SymbolRows.NONE && length[row] == 0) {
      int position = pool.position();
      pool.copy(from, start, bytes);
      made(row, position, SymbolSource.FUNCTION_TABLE);
    }
  }

  private void debugName(int body, FunctionNames from, int function) {
    int row = rows.of(ItemKind.FUNCTION, module.imported(ItemKind.FUNCTION) + body);
    if (row != SymbolRows.NONE && length[row] == 0) {
      int position = pool.position();
      Texts linkage = from.linkageNames();
      if (linkage.length(function) > 0) {
        pool.copy(linkage.bytes(function), linkage.start(function), linkage.length(function));
      } else {
        pool.text(from.qualifiedName(function));
      }
      made(row, position, SymbolSource.DEBUG_INFORMATION);
    }
  }

  private void name(NameKind kind, int base, int count) {
    NameMap names = module.names().of(kind);
    for (int i = 0; i < names.count(); i++) {
      if (names.index(i) < count) {
        int row = base + names.index(i);
        inFile(row, names.nameStart(i), names.nameLength(i), SymbolSource.NAME_SECTION);
      }
    }
  }

  private void inFile(int row, long start, int bytes, SymbolSource from) {
    if (length[row] == 0 && bytes > 0) {
      fileStart[row] = start;
      length[row] = bytes;
      source[row] = (byte) from.ordinal();
    }
  }

  private void imports() {
    ImportNames names = new ImportNames(pool, module.bytes());
    int[] seen = new int[ItemKind.values().length];
    for (WasmImport item : module.imports()) {
      int row = rows.of(item.kind(), seen[item.kind().ordinal()]++);
      if (length[row] == 0) {
        int from = pool.position();
        names.add(item);
        made(row, from, SymbolSource.IMPORTS);
      }
    }
  }

  private void made(int row, int from, SymbolSource how) {
    fileStart[row] = MADE;
    madeStart[row] = from;
    length[row] = pool.position() - from;
    source[row] = (byte) how.ordinal();
  }

  private void exports() {
    WasmExportTable exports = module.exports();
    for (int i = 0; i < exports.count(); i++) {
      int row = rows.of(exports.kind(i), exports.itemIndex(i));
      if (row != SymbolRows.NONE) {
        inFile(row, exports.nameStart(i), exports.nameLength(i), SymbolSource.EXPORTS);
      }
    }
  }

  private void linking(Linking linking) {
    LinkingSymbolTable symbols = linking.symbols();
    for (int i = 0; i < symbols.count(); i++) {
      int row = rows.function(symbols.item(i));
      if (symbols.kind(i) == LinkingSymbolTable.SYMTAB_FUNCTION && row != SymbolRows.NONE) {
        inFile(row, symbols.nameStart(i), symbols.nameLength(i), SymbolSource.SYMBOL_TABLE);
      }
    }
    for (int i = 0; i < linking.segments().size(); i++) {
      Linking.Segment segment = linking.segments().get(i);
      if (rows.data(i) != SymbolRows.NONE) {
        int row = rows.data(i);
        inFile(row, segment.nameStart(), segment.nameLength(), SymbolSource.SYMBOL_TABLE);
      }
    }
  }

  private void makeFunctionNames() {
    int count = module.count(ItemKind.FUNCTION);
    for (int i = 0; i < count; i++) {
      if (length[i] == 0) {
        int from = pool.position();
        pool.indexed("func", i);
        made(i, from, SymbolSource.INDEX);
      }
    }
  }

  /** Puts the index before the name: what comes of it is no name of an import or export. */
  private void label(String kind, int base, int count) {
    for (int i = 0; i < count; i++) {
      int row = base + i;
      int from = pool.position();
      pool.indexed(kind, i);
      boolean isStated = length[row] > 0 && !isLinked(source(row));
      SymbolSource how = isStated ? source(row) : SymbolSource.INDEX;
      if (length[row] > 0) {
        pool.text(" ");
        copy(row);
      }
      made(row, from, how);
    }
  }

  private static boolean isLinked(SymbolSource source) {
    return source == SymbolSource.IMPORTS || source == SymbolSource.EXPORTS;
  }

  private void copy(int row) {
    if (fileStart[row] >= 0) {
      pool.copy(module.bytes(), fileStart[row], length[row]);
    } else {
      pool.repeat(madeStart[row], length[row]);
    }
  }

  /** The bytes that hold a row's name. */
  Bytes pool(int row) {
    return fileStart[row] >= 0 ? module.bytes() : made;
  }

  /** Where in {@link #pool} a row's name starts. */
  long start(int row) {
    return fileStart[row] >= 0 ? fileStart[row] : madeStart[row];
  }

  /** Whether a row's name is that of some bytes of the module. */
  boolean isCalled(int row, long nameStart, int nameLength) {
    if (length[row] != nameLength) {
      return false;
    }
    Bytes pool = pool(row);
    for (int i = 0; i < nameLength; i++) {
      if (pool.u8(start(row) + i) != module.bytes().u8(nameStart + i)) {
        return false;
      }
    }
    return true;
  }

  int length(int row) {
    return length[row];
  }

  SymbolSource source(int row) {
    return SOURCES[source[row]];
  }
}
