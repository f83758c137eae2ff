package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;

/** Reads {@code LC_DYLD_CHAINED_FIXUPS} and follows the chains. fixup-chains.h. */
final class ChainedFixupsReader implements PointerChain.Ordinals {
  private static final int DYLD_CHAINED_IMPORT = 1;
  private static final int DYLD_CHAINED_IMPORT_ADDEND = 2;
  private static final int DYLD_CHAINED_IMPORT_ADDEND64 = 3;
  private static final int DYLD_CHAINED_PTR_START_NONE = 0xFFFF;
  private static final int DYLD_CHAINED_PTR_START_MULTI = 0x8000;
  private static final int DYLD_CHAINED_PTR_START_LAST = 0x8000;
  private static final int SEGMENT_HEADER = 22;

  /** Bytes of names allowed for each byte of the table; linkers share none. */
  private static final long SHARING = 16;

  private final FixupsBuilder fixups;
  private final Bytes file;
  private final long base;
  private final long start;
  private final long end;
  private long startsOffset;
  private long importsOffset;
  private long symbolsOffset;
  private long importsCount;
  private int importsFormat;
  private int importRows;
  private long nameAllowance;

  private ChainedFixupsReader(FixupsBuilder fixups, LoadCommand.Range range, long base) {
    this.fixups = fixups;
    this.file = fixups.file;
    this.base = base;
    this.start = Math.min(range.offset(), file.length());
    this.end = start + Math.min(range.size(), file.length() - start);
    this.nameAllowance = SHARING * (end - start);
  }

  /**
   * Reads the table.
   *
   * @param base address of the header, which offsets count from
   */
  static void read(FixupsBuilder fixups, LoadCommand.Range range, long base) {
    try {
      new ChainedFixupsReader(fixups, range, base).read();
    } catch (MalformedBinaryException e) {
      fixups.diagnostics().warn(e);
    }
  }

  private void read() {
    Cursor cursor = cursor(0);
    cursor.u32(); // fixups_version
    startsOffset = cursor.u32();
    importsOffset = cursor.u32();
    symbolsOffset = cursor.u32();
    importsCount = cursor.u32();
    importsFormat = (int) cursor.u32();
    long symbolsFormat = cursor.u32();
    fixups.addPiece(FixupPiece.CHAIN_HEADER, start, cursor.position(), -1, -1);
    if (symbolsFormat == 0) {
      imports();
    } else {
      fixups
          .diagnostics()
          .warn("macho.chained_fixups.symbols_format", start + 24, "0", "" + symbolsFormat);
    }
    starts();
  }

  private Cursor cursor(long offset) {
    Cursor cursor = new Cursor(file, start, end, "macho.chained_fixups", 0);
    cursor.skip(offset);
    return cursor;
  }

  private void imports() {
    int stride =
        switch (importsFormat) {
          case DYLD_CHAINED_IMPORT -> 4;
          case DYLD_CHAINED_IMPORT_ADDEND -> 8;
          case DYLD_CHAINED_IMPORT_ADDEND64 -> 16;
          default -> throw cursor(20).malformed("an imports format of 1 to 3", "" + importsFormat);
        };
    Cursor cursor = cursor(importsOffset);
    long fits = Math.min(importsCount, cursor.remaining() / stride);
    if (fits < importsCount) {
      fixups
          .diagnostics()
          .error(
              "macho.chained_fixups.imports",
              cursor.position(),
              importsCount + " rows",
              fits + " that fit");
    }
    long first = cursor.position();
    for (long i = 0; i < fits; i++) {
      row(first + i * stride, stride);
    }
    importRows = (int) fits;
  }

  private void row(long at, int stride) {
    boolean isWide = importsFormat == DYLD_CHAINED_IMPORT_ADDEND64;
    long raw = isWide ? file.i64(at) : file.u32(at);
    int library = isWide ? (short) raw : (byte) raw;
    boolean isWeak = (raw >>> (isWide ? 16 : 8) & 1) != 0;
    long nameOffset = isWide ? raw >>> 32 : raw >>> 9;
    long name = start + symbolsOffset + nameOffset;
    long limit = Math.min(end, name + Math.min(nameAllowance, Limits.MAX_NAME_LENGTH));
    long nul = name < limit ? file.indexOf((byte) 0, name, limit) : -1;
    nameAllowance -= nul - name + 1;
    if (nul < 0) {
      throw new MalformedBinaryException(
          "macho.chained_fixups.imports",
          at,
          "a name inside the table",
          "0x" + Long.toHexString(nameOffset));
    }
    int imported = fixups.addImport(name, (int) (nul - name), library, isWeak);
    fixups.addPiece(FixupPiece.IMPORT, at, at + stride, imported, -1);
    fixups.addPiece(FixupPiece.IMPORT_NAME, name, nul + 1, imported, -1);
  }

  private void starts() {
    Cursor cursor = cursor(startsOffset);
    long table = cursor.position();
    long count = cursor.u32();
    for (long i = 0; i < count; i++) {
      long offset = cursor.u32();
      if (offset != 0 && !fixups.isFull()) {
        segment(i, table + offset);
      }
    }
    fixups.addPiece(FixupPiece.CHAIN_HEADER, table, cursor.position(), -1, -1);
  }

  private void segment(long number, long at) {
    Cursor cursor = cursor(at - start);
    cursor.u32(); // size
    int pageSize = cursor.u16();
    int format = cursor.u16();
    cursor.i64(); // segment_offset
    long largest = cursor.u32();
    int pages = cursor.u16();
    MachOSegment segment = fixups.segment(number);
    ChainedPointers pointers = new ChainedPointers(format, base, largest, fixups);
    boolean isKnown = pageSize > 0 && pointers.isKnown();
    if (segment == null || !isKnown || pages > segment.memorySize() / pageSize + 1) {
      String found = "segment " + number + ", format " + format + ", page size " + pageSize;
      throw cursor.malformed("chains of a known format in a segment of the file", found);
    }
    PointerChain chain = new PointerChain(fixups, pointers, this);
    int first = fixups.fixupCount();
    for (int page = 0; page < pages; page++) {
      page(at, segment, chain, (long) page * pageSize, cursor.u16());
    }
    fixups.addPiece(FixupPiece.PAGE_STARTS, at, cursor.position(), -1, first);
  }

  private void page(
      long table, MachOSegment segment, PointerChain chain, long offset, int pageStart) {
    if (pageStart == DYLD_CHAINED_PTR_START_NONE) {
      return;
    }
    if ((pageStart & DYLD_CHAINED_PTR_START_MULTI) == 0) {
      chain.follow(segment, offset + pageStart);
      return;
    }
    int index = pageStart & ~DYLD_CHAINED_PTR_START_MULTI;
    Cursor more = cursor(table - start + SEGMENT_HEADER + 2L * index);
    boolean isLast = false;
    while (!isLast && !fixups.isFull()) {
      int next = more.u16();
      isLast = (next & DYLD_CHAINED_PTR_START_LAST) != 0;
      chain.follow(segment, offset + (next & ~DYLD_CHAINED_PTR_START_LAST));
    }
  }

  @Override
  public int row(int ordinal) {
    return ordinal < importRows ? ordinal : -1;
  }

  /** Pointers say themselves what they add. */
  @Override
  public long addend(int ordinal) {
    return 0;
  }
}
