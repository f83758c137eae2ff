package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.S_ATTR_NO_DEAD_STRIP;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_INIT_FUNC_OFFSETS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_INTERPOSING;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_MOD_INIT_FUNC_POINTERS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_MOD_TERM_FUNC_POINTERS;
import static dev.weighbridge.formats.macho.headers.MachOConstants.S_THREAD_LOCAL_INIT_FUNCTION_POINTERS;

import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.exports.ExportTrie;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.macho.unwind.UnwindInfo;
import dev.weighbridge.formats.macho.unwind.UnwindPiece;
import dev.weighbridge.formats.work.Work;
import java.util.function.Consumer;

/**
 * What the system and other files need of a Mach-O file: where it is entered, what it exports, what
 * runs before and after it, what runtimes find by its section.
 */
final class MachOReferences implements Consumer<ReferenceSink> {
  private static final int WORD = 4;

  private final MachOFile macho;

  MachOReferences(MachOFile macho) {
    this.macho = macho;
  }

  @Override
  public void accept(ReferenceSink sink) {
    for (LoadCommand.EntryPoint entry : macho.loadCommands(LoadCommand.EntryPoint.class)) {
      sink.root(RootReason.ENTRY_POINT, entry.entryOffset(), entry.entryOffset() + 1);
    }
    for (LoadCommand.Routines routines : macho.loadCommands(LoadCommand.Routines.class)) {
      root(sink, RootReason.INITIALISER, routines.address());
    }
    for (MachOSection section : macho.sections()) {
      section(sink, section);
    }
    exports(sink);
    personalities(sink);
  }

  private void root(ReferenceSink sink, RootReason reason, long address) {
    long start = fileOffset(address);
    sink.root(reason, start, start + 1);
  }

  private long fileOffset(long address) {
    for (MachOSegment segment : macho.segments()) {
      long inside = address - segment.address();
      if (Long.compareUnsigned(inside, segment.fileSize()) < 0) {
        return segment.offset() + inside;
      }
    }
    return -1;
  }

  private void section(ReferenceSink sink, MachOSection section) {
    long end = section.offset() + section.fileSize();
    switch (section.type()) {
      case S_MOD_INIT_FUNC_POINTERS,
          S_MOD_TERM_FUNC_POINTERS,
          S_THREAD_LOCAL_INIT_FUNCTION_POINTERS ->
          sink.root(RootReason.INITIALISER, section.offset(), end);
      case S_INIT_FUNC_OFFSETS -> initialiserOffsets(sink, section);
      case S_INTERPOSING -> sink.root(RootReason.KEPT, section.offset(), end);
      default -> kept(sink, section, end);
    }
  }

  private void initialiserOffsets(ReferenceSink sink, MachOSection section) {
    Bytes content = macho.content(section);
    for (long at = 0; at + WORD <= content.length(); at += WORD) {
      root(sink, RootReason.INITIALISER, macho.baseAddress() + content.u32(at));
    }
  }

  /** What must not be stripped, and what the runtimes of Objective-C and Swift look for. */
  private void kept(ReferenceSink sink, MachOSection section, long end) {
    boolean isOfRuntime =
        section.name().startsWith("__objc_") || section.name().startsWith("__swift");
    if ((section.flags() & S_ATTR_NO_DEAD_STRIP) != 0 || isOfRuntime) {
      sink.root(RootReason.KEPT, section.offset(), end);
    }
    if (isOfRuntime && !section.isExecutable()) {
      relativePointers(sink, section);
    }
  }

  /** Their tables hold distances from the place of the distance; anything else leads nowhere. */
  private void relativePointers(ReferenceSink sink, MachOSection section) {
    Bytes content = macho.content(section);
    for (long at = 0; at + WORD <= content.length(); at += WORD) {
      long to = fileOffset(section.address() + at + content.i32(at));
      sink.reference(section.offset() + at, to);
    }
  }

  private void exports(ReferenceSink sink) {
    ExportTrie exports = macho.exports();
    for (int row = 0; row < exports.count(); row++) {
      root(sink, RootReason.EXPORT, exports.address(row));
    }
    MachOSymbolTable symbols = macho.symbolTable();
    for (int row = 0; row < symbols.count(); row++) {
      Work.checkAt(row);
      // Files without a trie export by the symbol table.
      if (exports.count() == 0 && symbols.isDefined(row) && symbols.isExternal(row)) {
        root(sink, RootReason.EXPORT, symbols.value(row));
      }
    }
  }

  /** The section holds, for each personality routine, where in memory the pointer to it is. */
  private void personalities(ReferenceSink sink) {
    UnwindInfo unwind = macho.unwindInfo();
    for (int i = 0; i < unwind.pieceCount(); i++) {
      if (unwind.piece(i) == UnwindPiece.PERSONALITIES) {
        for (long at = unwind.fileStart(i); at + WORD <= unwind.fileEnd(i); at += WORD) {
          root(sink, RootReason.UNWINDING, macho.baseAddress() + macho.bytes().u32(at));
        }
      }
    }
  }
}
