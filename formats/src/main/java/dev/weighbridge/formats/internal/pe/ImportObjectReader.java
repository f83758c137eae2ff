package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.imports.PeImportObject;
import dev.weighbridge.formats.problems.Diagnostics;

/** Turns an import object into facts: one imported symbol, which all its bytes are about. */
final class ImportObjectReader {
  private final PeImportObject object;
  private final Bytes bytes;
  private final ImageBuilder image;

  /**
   * A reader of one import object.
   *
   * @param fileStart file offset of the object: 0, or that of an archive member
   * @param diagnostics where defects go
   */
  public ImportObjectReader(
      PeImportObject object, Bytes bytes, long fileStart, Diagnostics diagnostics) {
    this.object = object;
    this.bytes = bytes;
    this.image = new ImageBuilder(bytes, fileStart, diagnostics);
  }

  private void link(LinkTable.Builder links, int symbol) {
    links.symbol(symbol).library(object.libraryName());
    if (object.isByOrdinal()) {
      links.ordinal(object.ordinalOrHint());
    }
  }

  /** What the object says. */
  public BinaryImage read(String name) {
    image.name(name).machine(object.codeMachine()).relocatable();
    image.library(object.libraryName());
    long start = object.fileEnd();
    int length = (int) (bytes.indexOf((byte) 0, start, bytes.length()) - start);
    boolean isCode = object.type() == PeConstants.IMPORT_CODE;
    int symbol =
        image.symbol(
            0,
            0,
            SymbolTable.UNDEFINED,
            isCode ? SymbolType.FUNCTION : SymbolType.OBJECT,
            SymbolBinding.GLOBAL,
            SymbolSource.IMPORTS,
            bytes,
            start,
            length);
    int header = image.label("import header");
    int names = image.label("import names");
    image.structure(header, Kind.HEADERS, 0, start, Subject.SYMBOL, symbol);
    long stated = Math.min(object.dataSize(), bytes.length() - start);
    image.structure(names, Kind.LINKING, start, stated, Subject.SYMBOL, symbol);
    image.imports(links -> link(links, symbol));
    return image.build();
  }
}
