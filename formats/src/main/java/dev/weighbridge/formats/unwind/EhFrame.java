package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The call frame records of an image: ELF {@code .eh_frame}, Mach-O {@code __eh_frame}.
 *
 * <p>The rows tile the section: each byte of it belongs to exactly one row, in the order of the
 * file. Most are {@linkplain FramePiece#FDE frame records} and say where a function starts and
 * ends, also in a stripped file. Positions count from the start of the image's bytes. Immutable.
 *
 * <p>LSB Core 5.0, 10.6.1 "The .eh_frame section".
 */
public final class EhFrame {
  private final UnwindSection section;
  private final long[] start;
  private final byte[] piece;
  private final int[] cie;
  private final long[] pcBegin;
  private final long[] pcLength;
  private final long[] lsda;
  private final int[] cieRows;

  private EhFrame(EhFrameReader reader) {
    section = reader.section;
    start = reader.start.freeze();
    piece = reader.piece.freeze();
    cie = reader.cie.freeze();
    pcBegin = reader.pcBegin.freeze();
    pcLength = reader.pcLength.freeze();
    lsda = reader.lsda.freeze();
    cieRows = reader.cies.rows();
  }

  /**
   * Reads the records of a section. Defects become diagnostics; the bytes concerned become rows
   * without addresses.
   */
  public static EhFrame read(UnwindSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    EhFrameReader reader =
        new EhFrameReader(section, diagnostics, EhFrameReader.expectedRecords(section));
    reader.read();
    return new EhFrame(reader);
  }

  /** The section the records come from. */
  public UnwindSection section() {
    return section;
  }

  /** How many rows there are. */
  public int count() {
    return piece.length;
  }

  /** First byte of a row. */
  public long fileStart(int row) {
    return start[row];
  }

  /** End of a row, exclusive: the start of the next one or the end of the section. */
  public long fileEnd(int row) {
    return row + 1 < start.length ? start[row + 1] : section.fileEnd();
  }

  /** What a row is. */
  public FramePiece piece(int row) {
    return FramePiece.of(piece[row]);
  }

  /** Whether a row is a frame record. */
  public boolean isFde(int row) {
    return piece[row] == (byte) FramePiece.FDE.ordinal();
  }

  /** Which CIE a frame record belongs to, or a CIE is; -1 if that cannot be told. */
  public int cie(int row) {
    return cie[row];
  }

  /** Address of the first byte of a frame record's function, or -1 if it cannot be told. */
  public long pcBegin(int row) {
    return pcBegin[row];
  }

  /** Bytes of a frame record's function; 0 if unknown or dropped by the linker. */
  public long pcLength(int row) {
    return pcLength[row];
  }

  /** Whether a row is a frame record that covers code: not a gap that a linker left behind. */
  public boolean hasCode(int row) {
    return pcLength[row] != 0 && pcBegin[row] != Pointers.UNKNOWN;
  }

  /** Address of a frame record's exception table, or -1 if it has none. */
  public long lsda(int row) {
    return lsda[row];
  }

  /** How many CIEs there are. */
  public int cieCount() {
    return cieRows.length;
  }

  /** The row of a CIE. */
  public int cieRow(int index) {
    return cieRows[index];
  }

  /** One CIE as an object, read anew from the bytes. */
  public CommonInformationEntry cieEntry(int index) {
    int row = cieRows[index];
    return new EhFrameReader(section, new Diagnostics(), 1)
        .commonInformation(index, row, fileStart(row), fileEnd(row));
  }

  /** All CIEs as objects, in the order of the file. */
  public Stream<CommonInformationEntry> cies() {
    return IntStream.range(0, cieCount()).mapToObj(this::cieEntry);
  }

  /** One frame record as an object. */
  public FrameDescriptionEntry fde(int row) {
    return new FrameDescriptionEntry(
        row, fileStart(row), fileEnd(row), cie[row], pcBegin[row], pcLength[row], lsda[row]);
  }

  /** All frame records as objects, in the order of the file. */
  public Stream<FrameDescriptionEntry> fdes() {
    return IntStream.range(0, count()).filter(this::isFde).mapToObj(this::fde);
  }

  /** The row that starts at a position, or -1 if none does. */
  public int rowAt(long filePosition) {
    int found = Arrays.binarySearch(start, filePosition);
    return Math.max(-1, found);
  }

  @Override
  public String toString() {
    return section.name() + ", " + count() + " entries";
  }
}
