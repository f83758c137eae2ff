package dev.weighbridge.formats.internal.pe.functions;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.internal.pe.code.PeAddresses;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.unwind.PeUnwindInfo;
import dev.weighbridge.formats.pe.unwind.PeUnwindTable;
import dev.weighbridge.formats.work.Work;
import java.util.BitSet;

/**
 * States what the function table says: from where to where functions reach, and which unwind
 * records are there for them.
 *
 * <p>Chained rows describe further pieces of one function: those that follow each other are joined,
 * those that lie apart become pieces of it. Functions may share unwind information; it is about the
 * first of them.
 */
public final class PeUnwind {
  /** Compilers chain a handful of pieces; a circle must end. */
  private static final int MAX_CHAIN = 32;

  private final PeFile pe;
  private final ImageBuilder image;
  private final PeAddresses addresses;
  private final PeUnwindTable table;
  private final PeHandlerData handlers;
  private final BitSet stated = new BitSet();
  private final CodeMap map;
  private long pieceBegin = -1;
  private long pieceEnd;
  private long pieceEntry;

  public PeUnwind(PeFile pe, ImageBuilder image, PeAddresses addresses, CodeMap map) {
    this.pe = pe;
    this.image = image;
    this.addresses = addresses;
    this.table = pe.unwindTable();
    this.map = map;
    this.handlers = new PeHandlerData(pe, image);
  }

  public void state() {
    if (!isTable()) {
      image
          .diagnostics()
          .warn(
              "exception directory",
              table.fileStart(0),
              "functions in the order of their addresses",
              table.count() + " rows of something else");
      return;
    }
    int label = image.label("function table row");
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      long begin = table.beginRva(row);
      PeUnwindInfo info = table.unwindInfo(row);
      long entry = info.isChained() ? entry(info) : begin;
      long about = pe.imageBase() + entry;
      long start = table.fileStart(row);
      if (begin != 0 || table.endRva(row) != 0) {
        image.structure(label, Kind.UNWIND, start, table.entrySize(), Subject.ADDRESS, about);
        info(info, about, begin, table.endRva(row));
        piece(begin, table.endRva(row), entry);
      }
    }
    flush();
    handlers.finish();
  }

  /**
   * Whether most rows are of functions in their order (PE format, "The .pdata Section"): a packer
   * may leave the directory in the headers, and other bytes where it says.
   */
  private boolean isTable() {
    int sound = 0;
    long last = 0;
    for (int row = 0; row < table.count(); row++) {
      Work.checkAt(row);
      long begin = table.beginRva(row);
      boolean isEmpty = begin == 0 && table.endRva(row) == 0;
      sound += isEmpty || (begin >= last && table.endRva(row) > begin) ? 1 : 0;
      last = begin;
    }
    return 2L * sound >= table.count();
  }

  /** The begin of the function that a chained piece belongs to. */
  private long entry(PeUnwindInfo piece) {
    PeUnwindInfo info = piece;
    long entry = piece.chainedBegin();
    for (int step = 0; step < MAX_CHAIN; step++) {
      int row = table.rowAt(entry);
      info = row < 0 ? null : table.unwindInfo(row);
      if (info == null || !info.isChained()) {
        return entry;
      }
      entry = info.chainedBegin();
    }
    return entry;
  }

  private void info(PeUnwindInfo info, long about, long begin, long end) {
    if (!info.isReadable() || info.fileStart() > Integer.MAX_VALUE) {
      return;
    }
    int at = (int) info.fileStart();
    if (!stated.get(at) && info.fileEnd() > at) {
      stated.set(at);
      image.structure(
          image.label("unwind information"),
          Kind.UNWIND,
          at,
          info.fileEnd() - at,
          Subject.ADDRESS,
          about);
      handlers.state(info, about, begin, end);
    }
  }

  private void piece(long begin, long end, long entry) {
    if (begin == pieceEnd && entry == pieceEntry && pieceBegin >= 0 && end > begin) {
      pieceEnd = end;
      return;
    }
    flush();
    pieceBegin = begin;
    pieceEnd = end;
    pieceEntry = entry;
  }

  private void flush() {
    if (pieceBegin < 0 || pieceEnd <= pieceBegin || !addresses.isCode(pieceBegin)) {
      return;
    }
    long base = pe.imageBase();
    long size = Math.min(pieceEnd - pieceBegin, addresses.room(pieceBegin));
    long start = pe.fileOffset(pieceBegin);
    image.piece(base + pieceBegin, size, start, ExtentEvidence.PDATA, base + pieceEntry);
    map.extent(pieceBegin, pieceBegin + size);
  }
}
