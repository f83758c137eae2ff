package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects fixups, imports and pieces of the tables that state them. */
final class FixupsBuilder {
  final Bytes file;
  final LongColumn place = new LongColumn(0);
  final LongColumn target = new LongColumn(0);
  final IntColumn importRow = new IntColumn(0);
  final LongColumn addend = new LongColumn(0);
  final LongColumn nameStart = new LongColumn(0);
  final IntColumn nameLength = new IntColumn(0);
  final IntColumn library = new IntColumn(0);
  final ByteColumn isWeak = new ByteColumn(0);
  final ByteColumn piece = new ByteColumn(0);
  final LongColumn pieceStart = new LongColumn(0);
  final LongColumn pieceEnd = new LongColumn(0);
  final IntColumn pieceImport = new IntColumn(0);
  final IntColumn pieceFixup = new IntColumn(0);

  private final boolean is64Bit;
  private final List<MachOSegment> segments;
  private final Diagnostics diagnostics;
  private long room;
  private boolean isFull;

  FixupsBuilder(
      Bytes file, MachOHeader header, List<MachOSegment> segments, Diagnostics diagnostics) {
    this.file = file;
    this.is64Bit = header.is64Bit();
    this.segments = segments;
    this.diagnostics = diagnostics;
    // A pointer has bytes of its own, and at most a bind and a weak bind; more repeat themselves.
    this.room = 2 * (file.length() / header.addressBytes());
  }

  boolean is64Bit() {
    return is64Bit;
  }

  /** The segment that fixups count in by this number, or {@code null} if there is none. */
  @Nullable MachOSegment segment(long number) {
    return number >= 0 && number < segments.size() ? segments.get((int) number) : null;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Whether more fixups were stated than the file has pointers. */
  boolean isFull() {
    return isFull;
  }

  /** A row for an import; its name must lie in the file. */
  int addImport(long name, int length, int fromLibrary, boolean mayBeMissing) {
    nameStart.add(name);
    nameLength.add(length);
    library.add(fromLibrary);
    isWeak.add((byte) (mayBeMissing ? 1 : 0));
    return library.count() - 1;
  }

  /** Takes the room of one more fixup; false if there is none left. */
  boolean take() {
    if (room > 0) {
      room--;
      return true;
    }
    if (!isFull) {
      diagnostics.error("macho.fixups", -1, "at most one for each pointer", "more");
    }
    isFull = true;
    return false;
  }

  void addFixup(long address, long value, int fromImport, long plus) {
    place.add(address);
    target.add(value);
    importRow.add(fromImport);
    addend.add(plus);
  }

  int fixupCount() {
    return place.count();
  }

  void addPiece(FixupPiece what, long start, long end, int fromImport, int firstFixup) {
    if (start < end) {
      piece.add((byte) what.ordinal());
      pieceStart.add(start);
      pieceEnd.add(end);
      pieceImport.add(fromImport);
      pieceFixup.add(firstFixup < place.count() ? firstFixup : -1);
    }
  }

  /** The pointer at an offset in a segment, or -1 if it has no bytes in the file. */
  long pointer(MachOSegment segment, long offset) {
    long position = segment.offset() + offset;
    int size = is64Bit ? 8 : 4;
    boolean isInFile =
        offset >= 0 && offset <= segment.fileSize() - size && file.contains(position, size);
    if (!isInFile) {
      return -1;
    }
    return is64Bit ? file.i64(position) : file.u32(position);
  }
}
