package dev.weighbridge.formats.internal.pe.symbols;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.internal.pe.code.PeAddresses;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.exports.PeExportTable;

/**
 * States the exports as symbols, and the table rows and names they cost.
 *
 * <p>One exported by ordinal alone is called {@code #7}. A forwarder is an undefined symbol.
 */
public final class PeExports {
  private final PeExportTable exports;
  private final PeFile pe;
  private final ImageBuilder image;
  private final PeAddresses addresses;
  private final CodeMap map;
  private int firstSymbol;

  public PeExports(PeFile pe, ImageBuilder image, PeAddresses addresses, CodeMap map) {
    this.exports = pe.exports();
    this.pe = pe;
    this.image = image;
    this.addresses = addresses;
    this.map = map;
  }

  /** Row of the symbol of the first export in use; those of the others follow in their order. */
  int firstSymbol() {
    return firstSymbol;
  }

  public void state() {
    firstSymbol = image.symbolCount();
    if (exports.count() == 0) {
      return;
    }
    long size = exports.fileEnd() - exports.fileStart();
    image.structure("export directory", Kind.LINKING, exports.fileStart(), size);
    NamePool ordinals = new NamePool();
    int[] start = new int[exports.count() + 1];
    for (int row = 0; row < exports.count(); row++) {
      if (exports.nameStart(row) < 0) {
        ordinals.add("#" + exports.ordinal(row));
      }
      start[row + 1] = ordinals.size();
    }
    Bytes pool = ordinals.freeze();
    for (int row = 0; row < exports.count(); row++) {
      if (exports.rva(row) != 0) {
        boolean isNamed = exports.nameStart(row) >= 0;
        int symbol =
            isNamed
                ? symbol(row, pe.bytes(), exports.nameStart(row), exports.nameLength(row))
                : symbol(row, pool, start[row], start[row + 1] - start[row]);
        costs(row, symbol);
      }
    }
  }

  private int symbol(int row, Bytes pool, long nameStart, int nameLength) {
    long rva = exports.rva(row);
    boolean isForwarder = exports.forwarderStart(row) >= 0;
    boolean isCode = isForwarder || addresses.isCode(rva);
    if (isCode && !isForwarder) {
      map.start(rva);
    }
    return image.symbol(
        isForwarder ? 0 : pe.imageBase() + rva,
        0,
        isForwarder ? SymbolTable.UNDEFINED : addresses.section(rva),
        isCode ? SymbolType.FUNCTION : SymbolType.OBJECT,
        SymbolBinding.GLOBAL,
        SymbolSource.EXPORTS,
        pool,
        nameStart,
        nameLength);
  }

  private void costs(int row, int symbol) {
    cost("export address", exports.slotStart(row), 4, symbol);
    if (exports.nameStart(row) >= 0) {
      cost("export name pointer", exports.namePointerStart(row), 4, symbol);
      cost("export ordinal", exports.ordinalStart(row), 2, symbol);
      cost("export name", exports.nameStart(row), exports.nameLength(row) + 1, symbol);
    }
    long forwarder = exports.forwarderStart(row);
    if (forwarder >= 0) {
      long nul = pe.bytes().indexOf((byte) 0, forwarder, exports.fileEnd());
      long end = nul < 0 ? exports.fileEnd() : nul + 1;
      cost("export forwarder", forwarder, end - forwarder, symbol);
    }
  }

  private void cost(String label, long start, long size, int symbol) {
    image.structure(image.label(label), Kind.LINKING, start, size, Subject.SYMBOL, symbol);
  }
}
