package dev.weighbridge.internal.names;

import dev.weighbridge.demangle.RustNameReader;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;

/** Tells whether a file was written in Rust, as far as its symbols show. */
public final class RustNames {
  private RustNames() {}

  /** Whether a symbol of the file has a Rust name; looks no further than the first. */
  public static boolean areIn(BinaryFile file) {
    SymbolNames names = new SymbolNames();
    RustNameReader reader = new RustNameReader();
    for (BinaryImage image : file.images()) {
      SymbolTable symbols = image.symbols();
      for (int row = 0; row < symbols.count(); row++) {
        if (symbols.type(row) != SymbolType.FILE && reader.read(names.of(symbols, row))) {
          return true;
        }
      }
    }
    return false;
  }
}
