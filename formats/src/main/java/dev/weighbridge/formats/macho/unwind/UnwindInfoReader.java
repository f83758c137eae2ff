package dev.weighbridge.formats.macho.unwind;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.MalformedBinaryException;

/** Reads {@code __unwind_info}: an index of pages of entries. compact_unwind_encoding.h. */
final class UnwindInfoReader {
  private static final int UNWIND_SECOND_LEVEL_REGULAR = 2;
  private static final int UNWIND_SECOND_LEVEL_COMPRESSED = 3;
  private static final int INDEX_ROW = 12;
  private static final int LANGUAGE_DATA_ROW = 8;

  final ByteColumn piece = new ByteColumn(0);
  final LongColumn fileStart = new LongColumn(0);
  final LongColumn fileEnd = new LongColumn(0);
  final LongColumn function = new LongColumn(0);
  final IntColumn encoding = new IntColumn(0);
  final LongColumn lsda = new LongColumn(0);
  final LongColumn lsdaFunction = new LongColumn(0);

  private final Bytes content;
  private final long start;
  private final long base;
  private final Diagnostics diagnostics;
  private long commonStart;
  private long commonCount;

  UnwindInfoReader(Bytes content, long start, long base, Diagnostics diagnostics) {
    this.content = content;
    this.start = start;
    this.base = base;
    this.diagnostics = diagnostics;
  }

  void read() {
    try {
      if (content.length() > 0) {
        header(cursor(0, content.length()));
      }
    } catch (MalformedBinaryException e) {
      diagnostics.warn(e);
    }
  }

  private Cursor cursor(long from, long to) {
    long first = Math.min(from, content.length());
    long end = Math.max(first, Math.min(to, content.length()));
    return new Cursor(content, first, end, "macho.unwind_info", start);
  }

  private void add(UnwindPiece what, long from, long to, long about, int how) {
    piece.add((byte) what.ordinal());
    fileStart.add(start + from);
    fileEnd.add(start + Math.min(to, content.length()));
    function.add(about);
    encoding.add(how);
  }

  private void header(Cursor cursor) {
    long version = cursor.u32();
    if (version != 1) {
      throw cursor.malformed("version 1", Long.toString(version));
    }
    commonStart = cursor.u32();
    commonCount = cursor.u32();
    long personalities = cursor.u32();
    long personalityCount = cursor.u32();
    long index = cursor.u32();
    long indexCount = cursor.u32();
    add(UnwindPiece.HEADER, 0, cursor.position(), -1, 0);
    if (commonCount > 0) {
      add(UnwindPiece.COMMON_ENCODINGS, commonStart, commonStart + 4 * commonCount, -1, 0);
    }
    if (personalityCount > 0) {
      add(UnwindPiece.PERSONALITIES, personalities, personalities + 4 * personalityCount, -1, 0);
    }
    index(cursor(index, index + INDEX_ROW * indexCount));
  }

  /** Pages must come one behind the other, so that no byte is read for two of them. */
  private void index(Cursor cursor) {
    long languageStart = -1;
    long pagesEnd = 0;
    while (cursor.remaining() >= INDEX_ROW) {
      long at = cursor.position();
      long first = base + cursor.u32();
      long page = cursor.u32();
      long languageData = cursor.u32();
      boolean isEndMark = page == 0;
      add(UnwindPiece.INDEX, at, cursor.position(), isEndMark ? -1 : first, 0);
      if (languageStart < 0) {
        languageStart = languageData;
      }
      if (isEndMark) {
        languageData(cursor(languageStart, languageData));
        languageStart = -1;
      } else if (page < pagesEnd) {
        throw cursor.malformed("pages in ascending order", "0x" + Long.toHexString(page));
      } else {
        pagesEnd = page(page, first);
      }
    }
  }

  private void languageData(Cursor cursor) {
    while (cursor.remaining() >= LANGUAGE_DATA_ROW) {
      long at = cursor.position();
      long of = base + cursor.u32();
      lsda.add(base + cursor.u32());
      lsdaFunction.add(of);
      add(UnwindPiece.LANGUAGE_DATA, at, cursor.position(), of, 0);
    }
  }

  /** Reads a page of either kind and returns where its entries end. */
  private long page(long at, long first) {
    Cursor cursor = cursor(at, content.length());
    int kind = cursor.i32();
    int entriesOffset = cursor.u16();
    int count = cursor.u16();
    if (kind == UNWIND_SECOND_LEVEL_REGULAR) {
      add(UnwindPiece.PAGE_HEADER, at, cursor.position(), first, 0);
      return regular(cursor(at + entriesOffset, at + entriesOffset + 8L * count));
    }
    if (kind != UNWIND_SECOND_LEVEL_COMPRESSED) {
      throw cursor.malformed("a page of kind 2 or 3", Integer.toString(kind));
    }
    int encodings = cursor.u16();
    int encodingCount = cursor.u16();
    add(UnwindPiece.PAGE_HEADER, at, cursor.position(), first, 0);
    if (encodingCount > 0) {
      long from = at + encodings;
      add(UnwindPiece.PAGE_ENCODINGS, from, from + 4L * encodingCount, first, 0);
    }
    Cursor entries = cursor(at + entriesOffset, at + entriesOffset + 4L * count);
    return compressed(entries, first, at + encodings, encodingCount);
  }

  private long regular(Cursor entries) {
    while (entries.remaining() >= 8) {
      long at = entries.position();
      long of = base + entries.u32();
      add(UnwindPiece.ENTRY, at, at + 8, of, entries.i32());
    }
    return entries.position();
  }

  private long compressed(Cursor entries, long first, long encodings, int encodingCount) {
    while (entries.remaining() >= 4) {
      long at = entries.position();
      long entry = entries.u32();
      int row = (int) (entry >>> 24);
      boolean isCommon = row < commonCount;
      long place = isCommon ? commonStart + 4L * row : encodings + 4 * (row - commonCount);
      boolean isKnown = isCommon || row - commonCount < encodingCount;
      int how = isKnown && content.contains(place, 4) ? content.i32(place) : 0;
      add(UnwindPiece.ENTRY, at, at + 4, first + (entry & 0xFF_FFFF), how);
    }
    return entries.position();
  }
}
