package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.directories.PeLoadConfig;
import dev.weighbridge.formats.pe.directories.PeTlsCallback;
import dev.weighbridge.formats.pe.exports.PeExportTable;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.unwind.PeUnwindTable;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * What the system and other files need of a PE image, and which functions its tables name by an
 * address relative to the image base. Base relocations do not tell of these: exception handlers,
 * the funclets of C++ exception tables.
 */
final class PeReferences implements Consumer<ReferenceSink> {
  private static final int WORD = 4;

  private final PeFile pe;
  private final PeUnwindTable functions;

  PeReferences(PeFile pe) {
    this.pe = pe;
    functions = pe.unwindTable();
  }

  @Override
  public void accept(ReferenceSink sink) {
    pe.optionalHeader()
        .ifPresent(header -> root(sink, RootReason.ENTRY_POINT, header.entryPoint()));
    PeExportTable exports = pe.exports();
    exports.stream()
        .filter(export -> !export.isForwarder())
        .forEach(export -> root(sink, RootReason.EXPORT, export.rva()));
    for (PeTlsCallback callback : pe.tlsCallbacks()) {
      root(sink, RootReason.CALLBACK, callback.address() - pe.imageBase());
    }
    BitSet rows = functionTable();
    for (PeSection section : pe.sections()) {
      if (!section.isExecutable()) {
        tables(sink, section, rows);
      }
    }
  }

  private void root(ReferenceSink sink, RootReason reason, long rva) {
    if (rva != 0) {
      long start = pe.fileOffset(rva);
      sink.root(reason, start, start + 1);
    }
  }

  /**
   * The words, by number, that name functions without needing them: the function table itself and
   * the tables of control flow guard.
   */
  private BitSet functionTable() {
    BitSet rows = new BitSet();
    if (functions.count() > 0) {
      long start = functions.fileStart(0);
      mark(rows, start, start + (long) functions.count() * functions.entrySize());
    }
    if (pe.loadConfig().isPresent()) {
      for (PeLoadConfig.GuardTable table : pe.loadConfig().get().tables()) {
        mark(rows, table.fileStart(), table.fileEnd());
      }
    }
    return rows;
  }

  private static void mark(BitSet rows, long start, long end) {
    if (start >= 0 && end / WORD < Integer.MAX_VALUE) {
      rows.set((int) (start / WORD), (int) ((end + WORD - 1) / WORD));
    }
  }

  private void tables(ReferenceSink sink, PeSection section, BitSet names) {
    Bytes content = pe.content(section);
    long start = pe.fileOffset(section.rva());
    for (long at = 0; at + WORD <= content.length(); at += WORD) {
      long rva = content.u32(at);
      int row = rva == 0 ? -1 : functions.rowAt(rva);
      boolean isFunction = row >= 0 && functions.beginRva(row) == rva;
      if (isFunction && !names.get((int) ((start + at) / WORD))) {
        sink.reference(start + at, pe.fileOffset(rva));
      }
    }
  }
}
