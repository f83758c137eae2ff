package dev.weighbridge.formats.pe.unwind;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_DIRECTORY_ENTRY_EXCEPTION;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.pe.headers.PeArea;
import dev.weighbridge.formats.pe.headers.PeImage;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The function table of an image, {@code .pdata}, as columns: from where to where each function
 * reaches and how to unwind it. PE Format, The .pdata Section; x64, ARM and ARM64 exception
 * handling.
 *
 * <p>On x64 a row is three addresses. On ARM and ARM64 it is a start and a word that either holds
 * packed unwind data, with the length of the function, or the address of a record in {@code
 * .xdata}. Other machines have no such table. Immutable.
 */
public final class PeUnwindTable {
  /**
   * One row.
   *
   * @param index its row
   * @param beginRva first byte of the function, relative to the image base
   * @param endRva its end, exclusive
   * @param unwindInfoRva its unwind information, 0 if it is packed into the row
   * @param fileStart first byte of the row in the file
   * @param fileEnd end of the row, exclusive
   */
  public record Row(
      int index, long beginRva, long endRva, long unwindInfoRva, long fileStart, long fileEnd) {}

  private final PeImage image;
  private final PeUnwindInfo.Encoding encoding;
  private final long fileStart;
  private final int[] begin;
  private final int[] end;
  private final int[] info;

  private PeUnwindTable(PeImage image, PeUnwindInfo.Encoding encoding, long start, int count) {
    this.image = image;
    this.encoding = encoding;
    this.fileStart = start;
    begin = new int[count];
    end = new int[count];
    info = new int[count];
    RowWindow window = new RowWindow(image.file(), start, Math.max(1, entrySize()), count);
    while (window.next()) {
      if (encoding == PeUnwindInfo.Encoding.X64) {
        readX64(window.bytes(), window.first(), window.rows());
      } else {
        readArm(window.bytes(), window.first(), window.rows());
      }
    }
  }

  /** Reads the table that the exception directory states. */
  public static PeUnwindTable read(PeImage image, int machine) {
    Objects.requireNonNull(image, "image");
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_EXCEPTION, "pe.unwind_table");
    PeUnwindInfo.Encoding encoding = PeUnwindInfo.Encoding.of(machine);
    int count = encoding.entrySize() == 0 ? 0 : (int) (area.size() / encoding.entrySize());
    return new PeUnwindTable(image, encoding, area.fileStart(), count);
  }

  private void readX64(Bytes rows, int first, int count) {
    for (int row = first, at = 0; row < first + count; row++, at += 12) {
      begin[row] = rows.i32(at);
      end[row] = rows.i32(at + 4);
      info[row] = rows.i32(at + 8);
    }
  }

  private void readArm(Bytes rows, int first, int count) {
    for (int row = first, at = 0; row < first + count; row++, at += 8) {
      begin[row] = encoding.isThumb() ? rows.i32(at) & ~1 : rows.i32(at);
      info[row] = rows.i32(at + 4);
      end[row] = begin[row] + (int) PeUnwindInfo.length(image, encoding, info[row]);
    }
  }

  /** How many rows there are. */
  public int count() {
    return begin.length;
  }

  /** First byte of the function, relative to the image base. */
  public long beginRva(int row) {
    return Integer.toUnsignedLong(begin[row]);
  }

  /** End of the function, exclusive; equal to its begin if its length is unknown. */
  public long endRva(int row) {
    return Integer.toUnsignedLong(end[row]);
  }

  /** The word that holds packed unwind data or says where the unwind information is, raw. */
  public int rawInfo(int row) {
    return info[row];
  }

  /** Address of the unwind information, 0 if it is packed into the row. */
  public long unwindInfoRva(int row) {
    boolean isPacked = encoding != PeUnwindInfo.Encoding.X64 && (info[row] & 3) != 0;
    return isPacked ? 0 : Integer.toUnsignedLong(info[row]);
  }

  /** First byte of a row in the file; of the end of the table for {@link #count()}. */
  public long fileStart(int row) {
    return fileStart + (long) row * entrySize();
  }

  /** Bytes of a row: 12 on x64, 8 on ARM and ARM64, 0 on machines without the table. */
  public int entrySize() {
    return encoding.entrySize();
  }

  /**
   * The unwind information of a row; one that cannot be read has no bytes.
   *
   * <p>Rows may share it.
   */
  public PeUnwindInfo unwindInfo(int row) {
    return PeUnwindInfo.read(image, encoding, info[row]);
  }

  /**
   * The row whose function begins at an address, or -1 if none does.
   *
   * @param rva relative to the image base
   */
  public int rowAt(long rva) {
    int row = Arrays.binarySearch(begin, (int) rva);
    return row < 0 ? -1 : row;
  }

  /** One row as an object. */
  public Row row(int row) {
    return new Row(
        row, beginRva(row), endRva(row), unwindInfoRva(row), fileStart(row), fileStart(row + 1));
  }

  /** All rows as objects. */
  public Stream<Row> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " functions";
  }
}
