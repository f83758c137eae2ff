package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.exports.ExportTrie;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.work.Work;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * States the nodes of the export trie and the edges to them, each about what it exports, and as
 * symbols the exports of a file whose symbol table does not list any.
 */
final class MachOExportFacts {
  private final MachOFile macho;
  private final ExportTrie exports;
  private final ImageBuilder image;
  private int[] rows = new int[0];

  MachOExportFacts(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.exports = macho.exports();
    this.image = image;
  }

  void state() {
    int label = image.label("export trie");
    for (int node = 0; node < exports.nodeCount(); node++) {
      long address = exports.nodeAddress(node);
      part(label, exports.edgeFileStart(node), exports.edgeFileEnd(node), address);
      part(label, exports.nodeFileStart(node), exports.nodeFileEnd(node), address);
    }
    if (exports.count() > 0 && !hasExternalSymbols()) {
      symbols();
    }
  }

  private void part(int label, long start, long end, long address) {
    Subject how = address == -1 ? Subject.NONE : Subject.ADDRESS;
    image.structure(label, Kind.LINKING, start, end - start, how, address);
  }

  private boolean hasExternalSymbols() {
    MachOSymbolTable table = macho.symbolTable();
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      if (table.isExternal(row) && table.isDefined(row)) {
        return true;
      }
    }
    return false;
  }

  private void symbols() {
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    int[] start = new int[exports.count()];
    for (int row = 0; row < start.length; row++) {
      start[row] = names.size();
      int length = exports.nameLength(row);
      if (exports.address(row) == -1 || names.size() > Limits.MAX_EXPORT_NAMES - length) {
        continue;
      }
      byte[] name = new byte[length];
      exports.copyName(row, name);
      names.writeBytes(name);
    }
    Bytes pool = Bytes.of(names.toByteArray());
    rows = new int[start.length];
    Arrays.fill(rows, -1);
    for (int row = 0; row < start.length; row++) {
      long address = exports.address(row);
      int section = address == -1 ? SymbolTable.NO_SECTION : section(address);
      if (section >= 0) {
        boolean isCode = macho.sections().get(section).isExecutable();
        rows[row] =
            image.symbol(
                address,
                0,
                section,
                isCode ? SymbolType.FUNCTION : SymbolType.OBJECT,
                SymbolBinding.GLOBAL,
                SymbolSource.EXPORTS,
                pool,
                start[row],
                exports.nameLength(row));
      }
    }
  }

  /** Row in the facts of the symbol stated for an export, or -1 if none was. */
  int symbol(int export) {
    return export < rows.length ? rows[export] : -1;
  }

  private int section(long address) {
    for (MachOSection section : macho.sections()) {
      if (section.contains(address)) {
        return section.index();
      }
    }
    return SymbolTable.NO_SECTION;
  }
}
