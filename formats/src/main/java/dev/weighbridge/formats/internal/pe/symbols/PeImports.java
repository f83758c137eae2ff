package dev.weighbridge.formats.internal.pe.symbols;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_IAT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_IMPORT;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.imports.PeImportTable;
import java.util.Arrays;

/**
 * States the imports as undefined symbols, and the rows, names and pointers they cost.
 *
 * <p>One imported by ordinal is called {@code WS2_32.dll#115}.
 */
public final class PeImports {
  private final PeFile pe;
  private final ImageBuilder image;
  private final LongColumn slots = new LongColumn(0);
  private final IntColumn slotSymbols = new IntColumn(0);
  private long[] slotRva = new long[0];
  private int[] slotSymbol = new int[0];
  private int firstSymbol;
  private int firstDelayedSymbol;

  public PeImports(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
  }

  public void state() {
    firstSymbol = image.symbolCount();
    table(pe.imports(), "import");
    firstDelayedSymbol = image.symbolCount();
    table(pe.delayImports(), "delay import");
    directory(IMAGE_DIRECTORY_ENTRY_IMPORT, "import directory");
    directory(IMAGE_DIRECTORY_ENTRY_IAT, "import address table");
    directory(IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT, "delay import directory");
    sortSlots();
  }

  /** The symbol row of the import whose pointer lies at an address, or -1 if there is none. */
  public int symbolOfSlot(long rva) {
    int at = Arrays.binarySearch(slotRva, rva);
    return at < 0 ? -1 : slotSymbol[at];
  }

  /** Row of the symbol of the first import; those of the others follow in their order. */
  int firstSymbol() {
    return firstSymbol;
  }

  /** Row of the symbol of the first delayed import; those of the others follow in their order. */
  int firstDelayedSymbol() {
    return firstDelayedSymbol;
  }

  private void sortSlots() {
    long[] unsorted = slots.freeze();
    int[] symbols = slotSymbols.freeze();
    int[] order = Order.ascending(unsorted, unsorted.length);
    slotRva = new long[order.length];
    slotSymbol = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      slotRva[i] = unsorted[order[i]];
      slotSymbol[i] = symbols[order[i]];
    }
  }

  private void directory(int index, String label) {
    if (index < pe.dataDirectories().size()) {
      PeDataDirectory row = pe.dataDirectories().get(index);
      long start = pe.fileOffset(row.rva());
      if (row.rva() != 0 && start >= 0) {
        long size = Math.min(row.size(), pe.room(row.rva()));
        image.structure(label, Kind.LINKING, start, size);
      }
    }
  }

  private void table(PeImportTable imports, String what) {
    int descriptor = image.label(what + " descriptor");
    int libraryName = image.label("library name");
    for (PeImportTable.Library library : imports.libraries()) {
      image.library(library.name());
      long size = library.fileEnd() - library.fileStart();
      image.structure(descriptor, Kind.LINKING, library.fileStart(), size, Subject.NONE, -1);
      if (library.nameStart() >= 0) {
        long length = pe.bytes().indexOf((byte) 0, library.nameStart(), pe.bytes().length());
        long end = padded(length + 1);
        image.structure(
            libraryName,
            Kind.LINKING,
            library.nameStart(),
            end - library.nameStart(),
            Subject.NONE,
            -1);
      }
      ends(imports, library);
    }
    symbols(imports);
  }

  /** Linkers keep hints even, so a zero may follow a name. */
  private long padded(long end) {
    boolean isFilled = (end & 1) != 0 && end < pe.bytes().length() && pe.bytes().u8(end) == 0;
    return isFilled ? end + 1 : end;
  }

  /** Both tables of a library end with an empty row. */
  private void ends(PeImportTable imports, PeImportTable.Library library) {
    int last = library.firstImport() + library.importCount() - 1;
    if (library.importCount() > 0) {
      end(imports.lookupStart(last), imports.slotSize());
      end(imports.slotStart(last), imports.slotSize());
    }
  }

  private void end(long lastRow, int size) {
    long start = lastRow + size;
    if (lastRow >= 0 && pe.bytes().contains(start, size)) {
      image.structure("import table end", Kind.LINKING, start, size);
    }
  }

  private void symbols(PeImportTable imports) {
    NamePool ordinals = new NamePool();
    int[] start = new int[imports.count() + 1];
    for (int row = 0; row < imports.count(); row++) {
      if (imports.nameStart(row) < 0) {
        String library = imports.libraries().get(imports.library(row)).name();
        ordinals.add(library + "#" + imports.ordinal(row));
      }
      start[row + 1] = ordinals.size();
    }
    Bytes pool = ordinals.freeze();
    for (int row = 0; row < imports.count(); row++) {
      boolean isNamed = imports.nameStart(row) >= 0;
      int symbol =
          isNamed
              ? symbol(pe.bytes(), imports.nameStart(row), imports.nameLength(row))
              : symbol(pool, start[row], start[row + 1] - start[row]);
      slots.add(imports.slotRva(row));
      slotSymbols.add(symbol);
      costs(imports, row, symbol);
    }
  }

  private int symbol(Bytes pool, long nameStart, int nameLength) {
    return image.symbol(
        0,
        0,
        SymbolTable.UNDEFINED,
        SymbolType.UNSTATED,
        SymbolBinding.GLOBAL,
        SymbolSource.IMPORTS,
        pool,
        nameStart,
        nameLength);
  }

  private void costs(PeImportTable imports, int row, int symbol) {
    cost("import lookup row", imports.lookupStart(row), imports.slotSize(), symbol);
    cost("import pointer", imports.slotStart(row), imports.slotSize(), symbol);
    long name = imports.nameStart(row);
    if (name >= 0) {
      long end = padded(name + imports.nameLength(row) + 1);
      cost("import name", name - 2, end - name + 2, symbol);
    }
  }

  private void cost(String label, long start, long size, int symbol) {
    if (start >= 0) {
      image.structure(image.label(label), Kind.LINKING, start, size, Subject.SYMBOL, symbol);
    }
  }
}
