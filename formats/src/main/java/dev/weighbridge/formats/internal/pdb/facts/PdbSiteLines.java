package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The code and lines of a function that was inlined at one place: what the binary annotations of
 * its record say. Rows rise and do not overlap; between them may be code of others. {@code
 * CodeViewInfo/BinaryAnnotationsOpCode} of cvinfo.h.
 */
final class PdbSiteLines {
  private final Bytes bytes;
  private final PdbSources sources;
  private final long base;
  private final long limit;
  private final LongColumn start = new LongColumn(0);
  private final LongColumn end = new LongColumn(0);
  private final IntColumn file = new IntColumn(0);
  private final IntColumn line = new IntColumn(0);
  private final IntColumn column = new IntColumn(0);
  private long at;
  private long to;
  private int currentFile;
  private int currentLine;
  private int currentColumn;
  private long offset;
  private boolean isOpen;
  private boolean isWhole = true;

  /**
   * Reads the annotations in a range of bytes.
   *
   * @param base address of the function on its own that all of it is in
   * @param limit where that ends
   * @param ofFile the file that the inlined function is in, a row of sources
   * @param ofLine the line that it begins at
   */
  PdbSiteLines(
      Bytes bytes,
      long from,
      long to,
      PdbSources sources,
      long base,
      long limit,
      int ofFile,
      int ofLine) {
    this.bytes = bytes;
    this.sources = sources;
    this.base = base;
    this.limit = limit;
    this.at = from;
    this.to = to;
    currentFile = ofFile;
    currentLine = ofLine;
    while (at < this.to && annotation()) {
      // Goes on until the end is met.
    }
    close(limit - base);
  }

  /** Takes one annotation; false at the end. */
  private boolean annotation() {
    int what = (int) unsigned();
    switch (what) {
      case 1 -> offset = unsigned();
      case 3 -> row(unsigned());
      case 4 -> {
        long length = unsigned();
        offset += length;
        close(offset);
      }
      case 5 -> currentFile = sources.row(unsigned());
      case 6 -> currentLine += signed(unsigned());
      case 9 -> currentColumn = (int) unsigned();
      case 7, 8, 10, 13 -> unsigned();
      case 11 -> {
        long both = unsigned();
        currentLine += signed(both >>> 4);
        row(both & 0xF);
      }
      case 12 -> {
        long length = unsigned();
        row(unsigned());
        close(offset + length);
      }
      default -> {
        // The end; or code apart from its function, of which nobody says where it lies.
        isWhole = what == 0;
        return false;
      }
    }
    return true;
  }

  private void row(long delta) {
    offset += delta;
    close(offset);
    start.add(base + offset);
    end.add(base + offset);
    file.add(currentFile);
    line.add(Math.max(0, currentLine));
    column.add(currentColumn);
    isOpen = true;
  }

  private void close(long ending) {
    if (isOpen) {
      int last = start.count() - 1;
      end.set(last, Math.max(start.get(last), Math.min(limit, base + ending)));
      isOpen = false;
    }
  }

  /** A number of one, two or four bytes, of which the first bits tell how many. */
  private long unsigned() {
    int first = at < to ? bytes.u8(at) : 0;
    int size = (first & 0x80) == 0 ? 1 : (first & 0x40) == 0 ? 2 : (first & 0x20) == 0 ? 4 : 0;
    if (size == 0 || at + size > to) {
      isWhole = false;
      to = at;
      return 0;
    }
    long value = first & (size == 1 ? 0x7F : size == 2 ? 0x3F : 0x1F);
    for (int i = 1; i < size; i++) {
      value = value << 8 | bytes.u8(at + i);
    }
    at += size;
    return value;
  }

  private static int signed(long value) {
    return (int) ((value & 1) == 0 ? value >>> 1 : -(value >>> 1));
  }

  /** Whether all annotations were understood. */
  boolean isWhole() {
    return isWhole;
  }

  /** How many rows there are. */
  int count() {
    return line.count();
  }

  /** First address of a row. */
  long start(int row) {
    return start.get(row);
  }

  /** End of a row, exclusive; not above its start if the row is about no code. */
  long end(int row) {
    return end.get(row);
  }

  /** The file of a row, a row of sources; -1 if not told. */
  int file(int row) {
    return file.get(row);
  }

  /** The line of a row. */
  int line(int row) {
    return line.get(row);
  }

  /** The column of a row, 0 if not told. */
  int column(int row) {
    return column.get(row);
  }

  /** The row that holds an address, -1 if none does. */
  int rowAt(long address) {
    int low = 0;
    int high = count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start.get(middle) <= address) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && start.get(low) <= address && address < end.get(low) ? low : -1;
  }
}
