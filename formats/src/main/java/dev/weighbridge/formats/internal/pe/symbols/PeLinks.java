package dev.weighbridge.formats.internal.pe.symbols;

import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.exports.PeExportTable;
import dev.weighbridge.formats.pe.imports.PeImportTable;

/** Tells what an image takes from libraries and what it offers. PE Format, .idata and .edata. */
public final class PeLinks {
  private final PeFile pe;
  private final PeImports imports;
  private final PeExports exports;

  /** The links of an image whose imports and exports were stated as symbols. */
  public PeLinks(PeFile pe, PeImports imports, PeExports exports) {
    this.pe = pe;
    this.imports = imports;
    this.exports = exports;
  }

  /** Tells the imports: those that the loader resolves first, then the delayed ones. */
  public void imports(LinkTable.Builder links) {
    imports(links, pe.imports(), imports.firstSymbol(), false);
    imports(links, pe.delayImports(), imports.firstDelayedSymbol(), true);
  }

  private static void imports(
      LinkTable.Builder links, PeImportTable table, int firstSymbol, boolean isDelayed) {
    for (int row = 0; row < table.count(); row++) {
      if (table.nameStart(row) >= 0) {
        links.symbol(firstSymbol + row);
      } else {
        links.named("", firstSymbol + row).ordinal(table.ordinal(row));
      }
      links.library(table.libraries().get(table.library(row)).name());
      if (isDelayed) {
        links.trait(LinkTable.Trait.DELAYED);
      }
    }
  }

  /** Tells the exports in the order of their table; slots that are not in use are none. */
  public void exports(LinkTable.Builder links) {
    PeExportTable table = pe.exports();
    int symbol = exports.firstSymbol();
    for (int row = 0; row < table.count(); row++) {
      if (table.rva(row) == 0) {
        continue;
      }
      if (table.nameStart(row) >= 0) {
        links.symbol(symbol);
      } else {
        links.named("", symbol);
      }
      links.ordinal(table.ordinal(row));
      if (table.forwarderStart(row) >= 0) {
        forwarder(links, table.forwarder(row));
      }
      symbol++;
    }
  }

  /** The library without its ending, a dot, and a name or {@code #} and a number. */
  private static void forwarder(LinkTable.Builder links, String text) {
    int dot = text.lastIndexOf('.');
    links.library(dot < 0 ? "" : text.substring(0, dot)).target(text.substring(dot + 1));
  }
}
