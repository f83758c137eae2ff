package dev.weighbridge.formats.macho.relocations;

import static dev.weighbridge.formats.macho.headers.MachOConstants.R_SCATTERED;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.columns.StatedRows;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The relocations of one section, or of a linked file of the time before opcodes, as columns.
 * reloc.h.
 *
 * <p>Some come in pairs, in the machine's own way; here each is a row. Immutable.
 */
public final class MachORelocations {
  private static final int STRIDE = 8;

  private final long fileStart;
  private final boolean isLittleEndian;
  private final boolean mayScatter;
  private final int[] first;
  private final int[] second;

  /** Reads the rows of a section as far as they lie inside the file. */
  public static MachORelocations read(
      Bytes file, MachOHeader header, MachOSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(header, "header");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    String structure = "macho.section[" + section.index() + "].reloff";
    long start = section.relocationOffset();
    int count =
        StatedRows.inside(file, structure, start, STRIDE, section.relocationCount(), diagnostics);
    return new MachORelocations(file, header, count == 0 ? 0 : start, count);
  }

  private MachORelocations(Bytes file, MachOHeader header, long start, int count) {
    fileStart = start;
    isLittleEndian = header.isLittleEndian();
    mayScatter = !header.is64Bit();
    first = new int[count];
    second = new int[count];
    RowWindow window = new RowWindow(file, start, STRIDE, count);
    while (window.next()) {
      for (int i = 0; i < window.rows(); i++) {
        first[window.first() + i] = window.bytes().i32((long) STRIDE * i);
        second[window.first() + i] = window.bytes().i32((long) STRIDE * i + 4);
      }
    }
  }

  /** How many rows there are. */
  public int count() {
    return first.length;
  }

  /** Whether a row is a {@code scattered_relocation_info}, which only 32-bit machines have. */
  public boolean isScattered(int row) {
    return mayScatter && (first[row] & R_SCATTERED) != 0;
  }

  /** {@code r_address}: where to patch; of a scattered one 0 to 2^24-1. */
  public long address(int row) {
    return isScattered(row) ? first[row] & 0xFF_FFFF : first[row];
  }

  /** {@code r_type}, 0 to 15, in the machine's own numbers. */
  public int type(int row) {
    if (isScattered(row)) {
      return first[row] >>> 24 & 0xF;
    }
    return isLittleEndian ? second[row] >>> 28 : second[row] & 0xF;
  }

  /** Whether the distance from the place is wanted. */
  public boolean isPcRelative(int row) {
    if (isScattered(row)) {
      return (first[row] >>> 30 & 1) != 0;
    }
    return (second[row] >>> (isLittleEndian ? 24 : 7) & 1) != 0;
  }

  /** Bytes patched: 1, 2, 4 or 8. */
  public int size(int row) {
    int power =
        isScattered(row) ? first[row] >>> 28 & 3 : second[row] >>> (isLittleEndian ? 25 : 5) & 3;
    return 1 << power;
  }

  /** Whether {@link #symbol} is a row of the symbol table. */
  public boolean isExternal(int row) {
    return !isScattered(row) && (second[row] >>> (isLittleEndian ? 27 : 4) & 1) != 0;
  }

  /** Row of a symbol; else the section, counted from 1; of a scattered relocation -1. */
  public int symbol(int row) {
    if (isScattered(row)) {
      return -1;
    }
    return isLittleEndian ? second[row] & 0xFF_FFFF : second[row] >>> 8;
  }

  /** Address of what a scattered relocation refers to, else 0. */
  public long value(int row) {
    return isScattered(row) ? second[row] & 0xFFFF_FFFFL : 0;
  }

  /** First byte of a row in the file. */
  public long fileStart(int row) {
    return fileStart + (long) row * STRIDE;
  }

  /** One row as an object. */
  public MachORelocation row(int row) {
    return new MachORelocation(
        row,
        address(row),
        type(row),
        isPcRelative(row),
        isExternal(row),
        symbol(row),
        value(row),
        size(row),
        fileStart(row),
        fileStart(row + 1));
  }

  /** All rows as objects. */
  public Stream<MachORelocation> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " relocations";
  }
}
