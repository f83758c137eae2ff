package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;

/**
 * Reads a section of call frame records into columns, in one pass and without an object per record.
 *
 * <p>LSB Core 5.0, 10.6.1. The CIE pointer takes four bytes also in records of the 64-bit form; in
 * that the section differs from {@code .debug_frame}.
 */
final class EhFrameReader {
  private static final int EXTENDED_LENGTH = -1;
  private static final int TYPICAL_RECORD = 40;
  private static final int MAX_EXPECTED = 1 << 18;

  final UnwindSection section;
  final LongColumn start;
  final ByteColumn piece;
  final IntColumn cie;
  final LongColumn pcBegin;
  final LongColumn pcLength;
  final LongColumn lsda;
  final CieTable cies = new CieTable();

  private final Diagnostics diagnostics;
  private final Window window;
  private final Pointers pointers;
  private final CieReader cieReader;
  private final long end;
  private final Complaint unreadFrames =
      new Complaint("frame records with a CIE that is understood");
  private final Complaint unreadCies =
      new Complaint("CIEs of version 1, 3 or 4 with known augmentations");
  private final Complaint shortRecords = new Complaint("records of at least 4 bytes");

  /**
   * A reader with room for some records: a whole section is expected to have many, and whoever asks
   * for one of them must not pay for all.
   */
  EhFrameReader(UnwindSection section, Diagnostics diagnostics, int expected) {
    this.section = section;
    this.diagnostics = diagnostics;
    this.end = section.fileEnd();
    this.window = new Window(section.bytes(), section.fileStart(), end);
    this.pointers = new Pointers(window, section, section.pointers().dataBase());
    this.cieReader = new CieReader(section, window, pointers);
    start = new LongColumn(expected);
    piece = new ByteColumn(expected);
    cie = new IntColumn(expected);
    pcBegin = new LongColumn(expected);
    pcLength = new LongColumn(expected);
    lsda = new LongColumn(expected);
  }

  /** How many records a section has, by its size. */
  static int expectedRecords(UnwindSection section) {
    return (int) Math.min(MAX_EXPECTED, section.fileSize() / TYPICAL_RECORD);
  }

  void read() {
    long at = section.fileStart();
    while (at < end) {
      at = start.count() < Limits.MAX_ROWS - 1 ? record(at) : unreadable(at, "fewer records");
    }
    unreadCies.raise(section, diagnostics);
    unreadFrames.raise(section, diagnostics);
    shortRecords.raise(section, diagnostics);
  }

  /** Reads a CIE again, for people. */
  CommonInformationEntry commonInformation(int index, int row, long fileStart, long fileEnd) {
    window.reset(fileStart, fileEnd);
    readLength();
    window.skip(4);
    cieReader.read();
    return cieReader.entry(index, row, fileStart, fileEnd);
  }

  /** Reads the record at a position and returns its end. */
  private long record(long at) {
    window.reset(at, end);
    long length = readLength();
    if (window.isOverrun()) {
      return unreadable(at, "a length");
    }
    long body = window.position();
    if (length == 0 && body == at + 4) {
      return terminator(at);
    }
    if (length < 0 || length > end - body) {
      return unreadable(at, "a length of at most " + (end - body));
    }
    long recordEnd = body + length;
    window.reset(body, recordEnd);
    int id = window.i32();
    if (window.isOverrun()) {
      shortRecords.add(at);
      row(at, FramePiece.UNREADABLE, CieTable.NONE, Pointers.UNKNOWN, 0, Pointers.UNKNOWN);
    } else if (id == 0) {
      commonInformation(at);
    } else {
      frame(at, cies.find(body - (id & 0xFFFF_FFFFL)));
    }
    return recordEnd;
  }

  private long readLength() {
    int length = window.i32();
    return length == EXTENDED_LENGTH ? window.i64() : length & 0xFFFF_FFFFL;
  }

  private void commonInformation(long at) {
    boolean isReadable = cieReader.read();
    if (!isReadable) {
      unreadCies.add(at);
    }
    int index = cies.count();
    cies.add(at, start.count(), cieReader, isReadable);
    row(at, FramePiece.CIE, index, Pointers.UNKNOWN, 0, Pointers.UNKNOWN);
  }

  private void frame(long at, int common) {
    if (common == CieTable.NONE || !cies.isReadable(common)) {
      unreadFrame(at, common);
      return;
    }
    int encoding = cies.pointerEncoding(common);
    long begin = pointers.read(encoding, Pointers.UNKNOWN);
    if (PointerEncoding.isIndirect(encoding)) {
      begin = Pointers.UNKNOWN;
    }
    long length = pointers.number(encoding);
    long table = Pointers.UNKNOWN;
    int lsdaEncoding = cies.lsdaEncoding(common);
    if (cies.hasAugmentationLength(common)) {
      long room = window.uleb128();
      if (room != 0 && lsdaEncoding != PointerEncoding.DW_EH_PE_omit) {
        table = pointers.read(lsdaEncoding, begin);
        if (pointers.isNull() || PointerEncoding.isIndirect(lsdaEncoding)) {
          table = Pointers.UNKNOWN;
        }
      }
    }
    if (window.isOverrun()) {
      unreadFrame(at, common);
      return;
    }
    row(at, FramePiece.FDE, common, begin, length, table);
  }

  private void unreadFrame(long at, int common) {
    unreadFrames.add(at);
    row(at, FramePiece.FDE, common, Pointers.UNKNOWN, 0, Pointers.UNKNOWN);
  }

  /** The zero word at a position, and those behind it: linkers pad with zeros too. */
  private long terminator(long at) {
    long next = at + 4;
    row(at, FramePiece.TERMINATOR, CieTable.NONE, Pointers.UNKNOWN, 0, Pointers.UNKNOWN);
    window.reset(next, end);
    while (window.remaining() >= 4 && window.i32() == 0) {
      next += 4;
    }
    if (end - next < 4 && isZero(next)) {
      next = end;
    }
    if (next > at + 4) {
      row(at + 4, FramePiece.FILLER, CieTable.NONE, Pointers.UNKNOWN, 0, Pointers.UNKNOWN);
    }
    return next;
  }

  private boolean isZero(long from) {
    window.reset(from, end);
    int any = 0;
    while (window.remaining() > 0) {
      any |= window.u8();
    }
    return any == 0;
  }

  /** Gives up on the rest of the section: nothing says where the next record starts. */
  private long unreadable(long at, String expected) {
    diagnostics.warn(section.name(), at, expected, (end - at) + " bytes that are no such record");
    row(at, FramePiece.UNREADABLE, CieTable.NONE, Pointers.UNKNOWN, 0, Pointers.UNKNOWN);
    return end;
  }

  private void row(long at, FramePiece what, int common, long begin, long length, long table) {
    start.add(at);
    piece.add((byte) what.ordinal());
    cie.add(common);
    pcBegin.add(begin);
    pcLength.add(length);
    lsda.add(table);
  }
}
