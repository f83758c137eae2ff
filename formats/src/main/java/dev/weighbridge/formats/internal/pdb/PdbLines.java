package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_S_FILECHKSMS;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_S_LINES;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.NO_STREAM;

import dev.weighbridge.formats.Diagnostics;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Which source lines the code is from, as columns: one row for each run of code of one line. LLVM,
 * CodeView debug subsections.
 *
 * <p>Rows keep the order of the modules. A run reaches to the next row of its block or, for the
 * last one, to the end of the block's code.
 */
final class PdbLines {
  private static final int STRINGS_HEADER = 12;
  private static final int SUBSECTION_HEADER = 8;
  private static final int LINES_HEADER = 12;
  private static final int BLOCK_HEADER = 12;
  private static final int LINE_ENTRY = 8;
  private static final int NO_FILE = -1;

  private final Bytes strings;
  private final IntColumn module = new IntColumn(0);
  private final IntColumn section = new IntColumn(0);
  private final LongColumn offset = new LongColumn(0);
  private final LongColumn size = new LongColumn(0);
  private final IntColumn line = new IntColumn(0);
  private final IntColumn file = new IntColumn(0);

  private PdbLines(Bytes strings) {
    this.strings = strings;
  }

  static PdbLines read(PdbStreams streams, PdbInfo info, PdbDbi dbi, Diagnostics diagnostics) {
    Integer names = info.namedStreams().get("/names");
    Bytes strings = streams.stream(names == null ? -1 : names);
    PdbLines lines = new PdbLines(strings);
    for (PdbModule row : dbi.modules()) {
      if (row.stream() != NO_STREAM && row.lineSize() > 0) {
        Bytes stream = streams.stream(row.stream());
        long start = row.symbolSize() + row.oldLineSize();
        long end = Math.min(stream.length(), start + row.lineSize());
        if (start <= end) {
          lines.module(row.index(), stream.slice(start, end), diagnostics);
        }
      }
    }
    return lines;
  }

  /** How many rows there are. */
  int count() {
    return line.count();
  }

  /** Row of the module. */
  int module(int row) {
    return module.get(row);
  }

  /** Number of the section, from 1. */
  int section(int row) {
    return section.get(row);
  }

  /** Where the run begins in the section. */
  long offset(int row) {
    return offset.get(row);
  }

  /** Bytes of the run. */
  long size(int row) {
    return size.get(row);
  }

  /** The line, from 1. */
  int line(int row) {
    return line.get(row);
  }

  /** The source file as the compiler saw it; empty if unknown. */
  String fileName(int row) {
    long at = STRINGS_HEADER + Integer.toUnsignedLong(file.get(row));
    if (file.get(row) == NO_FILE || at >= strings.length()) {
      return "";
    }
    long nul = strings.indexOf((byte) 0, at, strings.length());
    return strings.text(at, nul < 0 ? strings.length() : nul);
  }

  private void module(int index, Bytes subsections, Diagnostics diagnostics) {
    Bytes checksums = subsection(subsections, DEBUG_S_FILECHKSMS);
    long at = 0;
    while (subsections.length() - at >= SUBSECTION_HEADER) {
      long start = at + SUBSECTION_HEADER;
      long size = subsections.u32(at + 4);
      if (size > subsections.length() - start) {
        diagnostics.warn("pdb.module[" + index + "].lines", -1, "whole parts", "one cut off");
        return;
      }
      if (subsections.i32(at) == DEBUG_S_LINES && size >= LINES_HEADER) {
        lines(index, subsections.slice(start, start + size), checksums);
      }
      at = start + size + 3 & ~3L;
    }
  }

  private static Bytes subsection(Bytes subsections, int kind) {
    long at = 0;
    while (subsections.length() - at >= SUBSECTION_HEADER) {
      long start = at + SUBSECTION_HEADER;
      long room = subsections.length() - start;
      long size = Math.min(room, subsections.u32(at + 4));
      if (subsections.i32(at) == kind) {
        return subsections.slice(start, start + size);
      }
      at = start + size + 3 & ~3L;
    }
    return subsections.slice(0, 0);
  }

  private void lines(int index, Bytes part, Bytes checksums) {
    long start = part.u32(0);
    int home = part.u16(4);
    long codeSize = part.u32(8);
    long at = LINES_HEADER;
    while (part.length() - at >= BLOCK_HEADER) {
      long blockSize = part.u32(at + 8);
      if (blockSize < BLOCK_HEADER || blockSize > part.length() - at) {
        return;
      }
      long room = (blockSize - BLOCK_HEADER) / LINE_ENTRY;
      int count = (int) Math.min(part.u32(at + 4), room);
      int name = fileName(checksums, part.u32(at));
      for (int i = 0; i < count; i++) {
        long entry = at + BLOCK_HEADER + (long) LINE_ENTRY * i;
        long from = part.u32(entry);
        long to = i + 1 < count ? part.u32(entry + LINE_ENTRY) : codeSize;
        add(index, home, start + from, Math.max(0, to - from), part.i32(entry + 4), name);
      }
      at += blockSize;
    }
  }

  /** Where the name of a file begins, which a row of the checksums says. */
  private static int fileName(Bytes checksums, long row) {
    return row <= checksums.length() - 4 ? checksums.i32(row) : NO_FILE;
  }

  private void add(int index, int home, long start, long bytes, int lineAndFlags, int name) {
    module.add(index);
    section.add(home);
    offset.add(start);
    size.add(bytes);
    line.add(lineAndFlags & 0xFF_FFFF);
    file.add(name);
  }
}
