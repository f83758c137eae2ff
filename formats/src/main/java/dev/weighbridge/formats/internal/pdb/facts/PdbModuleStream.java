package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.CV_INLINEE_SOURCE_LINE_SIGNATURE_EX;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.CV_SIGNATURE_C13;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_S_FILECHKSMS;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_S_INLINEELINES;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DEBUG_S_LINES;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.NO_STREAM;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.internal.pdb.PdbModule;
import dev.weighbridge.formats.internal.pdb.PdbStreams;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program database keeps of one module: symbols, then lines, files and inlined functions.
 * LLVM, The Module Information Stream.
 */
final class PdbModuleStream {
  private static final int SIGNATURE = 4;
  private static final int HEADER = 8;
  private static final int INLINEE = 12;

  private final Bytes symbols;
  private final List<Bytes> lines = new ArrayList<>();
  private final LongIntMap inlinees = new LongIntMap();
  private final LongColumn inlineeFile = new LongColumn(0);
  private final LongColumn inlineeLine = new LongColumn(0);
  private Bytes files;

  private PdbModuleStream(Bytes symbols, Bytes rest) {
    this.symbols = symbols;
    this.files = rest.slice(0, 0);
    long at = 0;
    while (rest.length() - at >= HEADER) {
      int kind = rest.i32(at);
      long start = at + HEADER;
      long end = Math.min(rest.length(), start + rest.u32(at + 4));
      part(kind, rest.slice(start, end));
      at = (end + 3) & ~3L;
    }
  }

  static PdbModuleStream of(PdbStreams streams, PdbModule module) {
    boolean isThere = module.stream() != NO_STREAM;
    Bytes stream = streams.stream(isThere ? module.stream() : -1);
    if (stream.length() < SIGNATURE || stream.i32(0) != CV_SIGNATURE_C13) {
      return new PdbModuleStream(stream.slice(0, 0), stream.slice(0, 0));
    }
    long symbols = Math.max(SIGNATURE, Math.min(stream.length(), module.symbolSize()));
    long start = Math.min(stream.length(), symbols + module.oldLineSize());
    long end = Math.min(stream.length(), start + module.lineSize());
    return new PdbModuleStream(stream.slice(SIGNATURE, symbols), stream.slice(start, end));
  }

  private void part(int kind, Bytes content) {
    switch (kind) {
      case DEBUG_S_LINES -> lines.add(content);
      case DEBUG_S_FILECHKSMS -> files = content;
      case DEBUG_S_INLINEELINES -> inlinees(content);
      default -> {
        // Frames, imports of other modules and the like say nothing of lines.
      }
    }
  }

  private void inlinees(Bytes content) {
    if (content.length() < SIGNATURE) {
      return;
    }
    boolean isLong = content.i32(0) == CV_INLINEE_SOURCE_LINE_SIGNATURE_EX;
    long at = SIGNATURE;
    while (content.length() - at >= INLINEE + (isLong ? 4 : 0)) {
      if (inlinees.putIfAbsent(content.u32(at), inlinees.count()) < 0) {
        inlineeFile.add(content.u32(at + 4));
        inlineeLine.add(content.u32(at + 8));
      }
      at += INLINEE + (isLong ? 4 + 4 * content.u32(at + INLINEE) : 0);
    }
  }

  /** The symbols, without the signature before them; places in them count from there. */
  Bytes symbols() {
    return symbols;
  }

  /** The lines, a part for each piece of code. */
  List<Bytes> lines() {
    return lines;
  }

  /** The files that lines refer to. */
  Bytes files() {
    return files;
  }

  /** The row of a function that is inlined somewhere in the module, -1 if nothing is told of it. */
  int inlinee(long function) {
    return inlinees.get(function);
  }

  /** The file that an inlined function is in, as a place in {@link #files}. */
  long inlineeFile(int row) {
    return inlineeFile.get(row);
  }

  /** The line that an inlined function begins at. */
  int inlineeLine(int row) {
    return (int) inlineeLine.get(row);
  }
}
