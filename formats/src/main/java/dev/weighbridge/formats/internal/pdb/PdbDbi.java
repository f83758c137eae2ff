package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.DBI_V70;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.NO_STREAM;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.ArrayList;
import java.util.List;

/**
 * The DBI stream: the modules, what each contributed to which section, and where other streams are.
 * LLVM, The PDB DBI Stream.
 */
final class PdbDbi {
  private static final int HEADER = 64;
  private static final int MODULE_HEADER = 64;

  private final Bytes stream;
  private final List<PdbModule> modules;
  private final PdbContributions contributions;
  private final Bytes debugHeader;

  private PdbDbi(Bytes stream, Diagnostics diagnostics) {
    this.stream = stream;
    long[] sizes = new long[7];
    long at = HEADER;
    for (int i = 0; i < sizes.length; i++) {
      int field = i < 5 ? 24 + 4 * i : 24 + 4 * (i + 1);
      sizes[i] = stream.u32(field);
    }
    modules = modules(part(at, sizes[0]), diagnostics);
    at += sizes[0];
    contributions = PdbContributions.of(part(at, sizes[1]), diagnostics);
    at += sizes[1] + sizes[2] + sizes[3] + sizes[4] + sizes[6];
    debugHeader = part(at, sizes[5]);
  }

  /**
   * Reads the stream.
   *
   * @throws MalformedBinaryException if its header is not complete
   * @throws UnsupportedBinaryException if it is of an older version
   */
  static PdbDbi of(Bytes stream, Diagnostics diagnostics) {
    if (stream.length() < HEADER) {
      throw new MalformedBinaryException(
          "pdb.dbi", -1, HEADER + " bytes", stream.length() + " bytes");
    }
    if (stream.i32(0) != -1 || stream.i32(4) != DBI_V70) {
      throw new UnsupportedBinaryException(
          "pdb.dbi.VersionHeader", -1, Integer.toString(DBI_V70), "" + stream.u32(4));
    }
    return new PdbDbi(stream, diagnostics);
  }

  private Bytes part(long start, long size) {
    long from = Math.min(start, stream.length());
    return stream.slice(from, from + Math.min(size, stream.length() - from));
  }

  /** How often the file was rewritten; the image states it, too. */
  long age() {
    return stream.u32(8);
  }

  /** The stream of the hash table over global symbols; not needed to read them. */
  int symbolRecordStream() {
    return stream.u16(20);
  }

  /** The objects in the order of the file. */
  List<PdbModule> modules() {
    return modules;
  }

  /** What each module contributed. */
  PdbContributions contributions() {
    return contributions;
  }

  /** The number of a stream that the optional debug header names; 0xFFFF if there is none. */
  int debugStream(int row) {
    return 2L * row + 2 <= debugHeader.length() ? debugHeader.u16(2L * row) : NO_STREAM;
  }

  private static List<PdbModule> modules(Bytes rows, Diagnostics diagnostics) {
    List<PdbModule> modules = new ArrayList<>();
    Cursor cursor = new Cursor(rows, "pdb.modules");
    try {
      while (cursor.remaining() >= MODULE_HEADER && modules.size() < Limits.MAX_MODULES) {
        modules.add(module(modules.size(), rows, cursor));
        cursor.seek(Math.min(cursor.end(), cursor.position() + 3 & ~3L));
      }
    } catch (MalformedBinaryException e) {
      diagnostics.warn(e);
    }
    return List.copyOf(modules);
  }

  private static PdbModule module(int index, Bytes rows, Cursor cursor) {
    long at = cursor.position();
    cursor.skip(MODULE_HEADER);
    String name = cursor.cString();
    String object = cursor.cString();
    int stream = rows.u16(at + 34);
    long symbols = rows.u32(at + 36);
    return new PdbModule(
        index, name, object, stream, symbols, rows.u32(at + 40), rows.u32(at + 44));
  }
}
