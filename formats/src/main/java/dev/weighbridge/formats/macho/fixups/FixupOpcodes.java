package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the opcodes of {@code LC_DYLD_INFO}: small programs that walk over the pointers of the
 * data. loader.h, {@code REBASE_OPCODE_} and {@code BIND_OPCODE_}.
 */
final class FixupOpcodes {
  private static final int OPCODE_MASK = 0xF0;
  private static final int IMMEDIATE_MASK = 0x0F;
  private static final int BIND_SYMBOL_FLAGS_WEAK_IMPORT = 1;

  private final FixupsBuilder fixups;
  private final FixupPiece piece;
  private final Cursor cursor;
  private final int pointerSize;
  private final long base;
  private @Nullable MachOSegment segment;
  private long offset;
  private int library;
  private int importRow = -1;
  private long addend;
  private long pieceStart;
  private int pieceFixup;
  private long lastEnd;
  private boolean hasDone = true;
  private @Nullable ThreadedBinds threaded;

  private FixupOpcodes(FixupsBuilder fixups, FixupPiece piece, LoadCommand.Range range, long base) {
    this.fixups = fixups;
    this.piece = piece;
    this.base = base;
    this.pointerSize = fixups.is64Bit() ? 8 : 4;
    long start = Math.min(range.offset(), fixups.file.length());
    long end = start + Math.min(range.size(), fixups.file.length() - start);
    String structure = "macho.dyld_info." + (piece == FixupPiece.REBASE ? "rebase" : "bind");
    this.cursor = new Cursor(fixups.file, start, end, structure, 0);
    this.pieceStart = start;
  }

  /**
   * Reads one program; {@code piece} says which.
   *
   * @param base address of the header, which authenticated pointers of chains count from
   */
  static void read(FixupsBuilder fixups, FixupPiece piece, LoadCommand.Range range, long base) {
    FixupOpcodes program = new FixupOpcodes(fixups, piece, range, base);
    try {
      if (piece == FixupPiece.REBASE) {
        program.rebase();
      } else {
        program.bind();
      }
    } catch (MalformedBinaryException e) {
      fixups.diagnostics().warn(e);
    }
    program.endPiece();
  }

  private void rebase() {
    while (!cursor.isAtEnd() && !fixups.isFull()) {
      int op = cursor.u8();
      int immediate = op & IMMEDIATE_MASK;
      switch (op & OPCODE_MASK) {
        case 0x00 -> { // REBASE_OPCODE_DONE
          return;
        }
        case 0x10 -> {} // REBASE_OPCODE_SET_TYPE_IMM
        case 0x20 -> setSegment(immediate); // REBASE_OPCODE_SET_SEGMENT_AND_OFFSET_ULEB
        case 0x30 -> offset += cursor.uleb128(); // REBASE_OPCODE_ADD_ADDR_ULEB
        case 0x40 -> offset += (long) immediate * pointerSize; // ..._ADD_ADDR_IMM_SCALED
        case 0x50 -> rebase(immediate, 0); // REBASE_OPCODE_DO_REBASE_IMM_TIMES
        case 0x60 -> rebase(cursor.uleb128(), 0); // REBASE_OPCODE_DO_REBASE_ULEB_TIMES
        case 0x70 -> rebase(1, cursor.uleb128()); // REBASE_OPCODE_DO_REBASE_ADD_ADDR_ULEB
        case 0x80 -> rebase(cursor.uleb128(), cursor.uleb128()); // ..._ULEB_TIMES_SKIPPING_ULEB
        default -> throw unknown(op);
      }
    }
  }

  private void bind() {
    while (!cursor.isAtEnd() && !fixups.isFull()) {
      long start = cursor.position();
      int op = cursor.u8();
      int immediate = op & IMMEDIATE_MASK;
      switch (op & OPCODE_MASK) {
        case 0x00 -> { // BIND_OPCODE_DONE, of lazy binds behind each
          if (piece != FixupPiece.LAZY_BIND) {
            return;
          }
          lastEnd = start == lastEnd ? cursor.position() : lastEnd;
        }
        case 0x10 -> setLibrary(start, immediate); // BIND_OPCODE_SET_DYLIB_ORDINAL_IMM
        case 0x20 -> setLibrary(start, (int) cursor.uleb128()); // ..._SET_DYLIB_ORDINAL_ULEB
        case 0x30 -> // BIND_OPCODE_SET_DYLIB_SPECIAL_IMM, a negative number
            setLibrary(start, immediate == 0 ? 0 : (byte) (OPCODE_MASK | immediate));
        case 0x40 -> setSymbol(start, immediate); // BIND_OPCODE_SET_SYMBOL_TRAILING_FLAGS_IMM
        case 0x50 -> {} // BIND_OPCODE_SET_TYPE_IMM
        case 0x60 -> addend = cursor.sleb128(); // BIND_OPCODE_SET_ADDEND_SLEB
        case 0x70 -> setLazySegment(start, immediate); // ..._SET_SEGMENT_AND_OFFSET_ULEB
        case 0x80 -> offset += cursor.uleb128(); // BIND_OPCODE_ADD_ADDR_ULEB
        case 0xD0 -> thread(immediate); // BIND_OPCODE_THREADED
        default -> doBind(op, immediate);
      }
    }
  }

  private void doBind(int op, int immediate) {
    switch (op & OPCODE_MASK) {
      case 0x90 -> bind(1, 0); // BIND_OPCODE_DO_BIND
      case 0xA0 -> bind(1, cursor.uleb128()); // BIND_OPCODE_DO_BIND_ADD_ADDR_ULEB
      case 0xB0 -> bind(1, (long) immediate * pointerSize); // ..._ADD_ADDR_IMM_SCALED
      case 0xC0 -> bind(cursor.uleb128(), cursor.uleb128()); // ..._ULEB_TIMES_SKIPPING_ULEB
      default -> throw unknown(op);
    }
  }

  private void thread(int what) {
    switch (what) {
      case 0 -> { // BIND_SUBOPCODE_THREADED_SET_BIND_ORDINAL_TABLE_SIZE_ULEB
        cursor.uleb128();
        threaded = new ThreadedBinds();
      }
      case 1 -> { // BIND_SUBOPCODE_THREADED_APPLY
        if (segment == null || threaded == null) {
          throw cursor.malformed("a segment and a table before the first chain", "none");
        }
        ChainedPointers pointers = ChainedPointers.threaded(base, fixups);
        new PointerChain(fixups, pointers, threaded).follow(segment, offset);
      }
      default -> throw unknown(0xD0 | what);
    }
  }

  private MalformedBinaryException unknown(int op) {
    return cursor.malformed("a known opcode", "0x" + Integer.toHexString(op));
  }

  private void setSegment(int number) {
    segment = fixups.segment(number);
    offset = cursor.uleb128();
    if (segment == null) {
      throw cursor.malformed("an existing segment", Integer.toString(number));
    }
  }

  private void setLazySegment(long start, int number) {
    if (piece == FixupPiece.LAZY_BIND) {
      begin(start);
    }
    setSegment(number);
  }

  private void setLibrary(long start, int number) {
    begin(start);
    library = number;
  }

  private void setSymbol(long start, int flags) {
    begin(start);
    long name = cursor.position();
    int length = cursor.skipCString();
    boolean isWeak = (flags & BIND_SYMBOL_FLAGS_WEAK_IMPORT) != 0;
    int from = piece == FixupPiece.WEAK_BIND ? -3 : library;
    importRow = fixups.addImport(name, length, from, isWeak);
    addend = 0;
  }

  /** The first opcode behind a bind that says what the next one is of begins its piece. */
  private void begin(long start) {
    if (hasDone) {
      endPiece();
      pieceStart = start;
      pieceFixup = fixups.fixupCount();
      importRow = -1;
      hasDone = false;
    }
  }

  private void endPiece() {
    if (importRow >= 0) {
      fixups.addPiece(piece, pieceStart, lastEnd, importRow, pieceFixup);
    }
  }

  private void bind(long count, long skip) {
    if (threaded == null) {
      repeat(count, skip, importRow);
    } else {
      threaded.add(importRow, addend);
    }
    hasDone = true;
    lastEnd = cursor.position();
  }

  private void rebase(long count, long skip) {
    int first = fixups.fixupCount();
    repeat(count, skip, -1);
    fixups.addPiece(piece, pieceStart, cursor.position(), -1, first);
    pieceStart = cursor.position();
  }

  /** Fixes {@code count} pointers, each {@code skip} bytes behind the end of the last one. */
  private void repeat(long count, long skip, int fromImport) {
    if (segment == null) {
      throw cursor.malformed("a segment before the first pointer", "none");
    }
    for (long i = 0; i != count && fixups.take(); i++) {
      boolean isInside =
          offset >= 0 && offset <= segment.memorySize() - pointerSize && segment.memorySize() > 0;
      if (!isInside) {
        throw cursor.malformed(
            "a pointer inside " + segment.name(), "offset 0x" + Long.toHexString(offset));
      }
      long value = fromImport >= 0 ? -1 : fixups.pointer(segment, offset);
      fixups.addFixup(segment.address() + offset, value, fromImport, addend);
      offset += skip + pointerSize;
    }
  }
}
