package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.CV_SIGNATURE_C13;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.NO_STREAM;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GDATA32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GPROC32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GPROC32_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GTHREAD32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LDATA32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32_DPC;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32_DPC_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LPROC32_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LTHREAD32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_PUB32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_SEPCODE;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_THUNK32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_TRAMPOLINE;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.internal.pe.symbols.NamePool;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.work.Work;

/**
 * The symbols that stand for code or data, as columns: publics and globals of the whole program,
 * then those of each module. LLVM, CodeView Symbol Records.
 *
 * <p>Rows keep the order of the file.
 */
final class PdbSymbols {
  private static final int SIGNATURE = 4;

  private final Bytes programRecords;
  private final int programCount;
  private final Bytes moduleNames;
  private final int[] kind;
  private final int[] flags;
  private final int[] section;
  private final long[] offset;
  private final long[] size;
  private final long[] nameStart;
  private final int[] nameLength;
  private final PdbPieces pieces;

  private PdbSymbols(Reader reader) {
    programRecords = reader.programRecords;
    programCount = reader.programCount;
    moduleNames = reader.names.freeze();
    kind = reader.kind.freeze();
    flags = reader.flags.freeze();
    section = reader.section.freeze();
    offset = reader.offset.freeze();
    size = reader.size.freeze();
    nameStart = reader.nameStart.freeze();
    nameLength = reader.nameLength.freeze();
    pieces = reader.pieces;
  }

  /** Reads the records of the program and of every module that has some. */
  static PdbSymbols read(PdbStreams streams, PdbDbi dbi, Diagnostics diagnostics) {
    Bytes program = streams.stream(dbi.symbolRecordStream());
    Reader reader = new Reader(program, diagnostics);
    reader.records(program, 0, program.length(), "pdb.symbols");
    reader.programCount = reader.kind.count();
    for (PdbModule module : dbi.modules()) {
      Work.check();
      if (module.stream() != NO_STREAM && module.symbolSize() > SIGNATURE) {
        reader.module(streams.stream(module.stream()), module);
      }
    }
    return new PdbSymbols(reader);
  }

  /** How many symbols there are. */
  int count() {
    return kind.length;
  }

  /** How many of them belong to the program as a whole; those of the modules follow. */
  int programCount() {
    return programCount;
  }

  /** The kind of the record: {@code S_PUB32}. */
  int kind(int row) {
    return kind[row];
  }

  /** Flags of a public; 0 for others. */
  int flags(int row) {
    return flags[row];
  }

  /** Number of the section, from 1. */
  int section(int row) {
    return section[row];
  }

  /** Where it begins in the section. */
  long offset(int row) {
    return offset[row];
  }

  /** Bytes of code, as stated; 0 if the record states none. */
  long size(int row) {
    return size[row];
  }

  /** The bytes that hold the name. */
  Bytes namePool(int row) {
    return row < programCount ? programRecords : moduleNames;
  }

  /** Where the name starts in its pool. */
  long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of the name, without the NUL. */
  int nameLength(int row) {
    return nameLength[row];
  }

  /** The name as text. */
  String name(int row) {
    return namePool(row).text(nameStart[row], nameStart[row] + nameLength[row]);
  }

  /** Code without a name of its own: separated parts and the jumps of incremental links. */
  PdbPieces pieces() {
    return pieces;
  }

  private static final class Reader {
    private final Bytes programRecords;
    private final Diagnostics diagnostics;
    private final NamePool names = new NamePool();
    private final IntColumn kind = new IntColumn(0);
    private final IntColumn flags = new IntColumn(0);
    private final IntColumn section = new IntColumn(0);
    private final LongColumn offset = new LongColumn(0);
    private final LongColumn size = new LongColumn(0);
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);
    private final PdbPieces pieces = new PdbPieces();
    private int programCount;

    Reader(Bytes programRecords, Diagnostics diagnostics) {
      this.programRecords = programRecords;
      this.diagnostics = diagnostics;
    }

    void module(Bytes stream, PdbModule module) {
      String structure = "pdb.module[" + module.index() + "]";
      if (stream.length() < SIGNATURE || stream.i32(0) != CV_SIGNATURE_C13) {
        diagnostics.warn(structure, -1, "symbols of the form C13", "another form");
        return;
      }
      records(stream, SIGNATURE, Math.min(stream.length(), module.symbolSize()), structure);
    }

    /** A record is its length without these two bytes, its kind, and the rest. */
    void records(Bytes stream, long start, long end, String structure) {
      long at = start;
      while (end - at >= 4) {
        long next = at + 2 + stream.u16(at);
        if (next < at + 4 || next > end) {
          diagnostics.warn(structure, -1, "a record inside the stream", "one cut off at " + at);
          return;
        }
        record(stream, stream.u16(at + 2), at + 4, next);
        at = next;
      }
    }

    private void record(Bytes bytes, int what, long at, long end) {
      switch (what) {
        case S_PUB32 -> add(bytes, what, at, end, 4, 8, -1, 10);
        case S_GDATA32, S_LDATA32, S_GTHREAD32, S_LTHREAD32 ->
            add(bytes, what, at, end, 4, 8, -1, 10);
        case S_GPROC32, S_LPROC32, S_GPROC32_ID, S_LPROC32_ID, S_LPROC32_DPC, S_LPROC32_DPC_ID ->
            add(bytes, what, at, end, 28, 32, 12, 35);
        case S_THUNK32 -> thunk(bytes, at, end);
        case S_SEPCODE -> pieces.separated(bytes, at, end);
        case S_TRAMPOLINE -> pieces.trampoline(bytes, at, end);
        default -> {
          // Types, locals, scopes and the like stand for no bytes of the image.
        }
      }
    }

    /** Adds a symbol; each place is where in the record its field is. */
    private void add(
        Bytes bytes,
        int what,
        long at,
        long end,
        int offsetAt,
        int sectionAt,
        int sizeAt,
        int nameAt) {
      if (end - at < nameAt) {
        return;
      }
      add(
          what,
          what == S_PUB32 ? bytes.i32(at) : 0,
          bytes.u16(at + sectionAt),
          bytes.u32(at + offsetAt),
          sizeAt < 0 ? 0 : bytes.u32(at + sizeAt));
      name(bytes, at + nameAt, end);
    }

    private void thunk(Bytes bytes, long at, long end) {
      if (end - at >= 19) {
        add(S_THUNK32, 0, bytes.u16(at + 16), bytes.u32(at + 12), bytes.u16(at + 18));
        name(bytes, Math.min(end, at + 21), end);
      }
    }

    private void add(int what, int publicFlags, int sectionNumber, long place, long stated) {
      kind.add(what);
      flags.add(publicFlags);
      section.add(sectionNumber);
      offset.add(place);
      size.add(stated);
    }

    private void name(Bytes bytes, long start, long end) {
      long nul = bytes.indexOf((byte) 0, start, end);
      int length = (int) ((nul < 0 ? end : nul) - start);
      nameLength.add(length);
      if (bytes == programRecords) {
        nameStart.add(start);
      } else {
        nameStart.add(names.size());
        names.add(bytes, start, length);
      }
    }
  }
}
