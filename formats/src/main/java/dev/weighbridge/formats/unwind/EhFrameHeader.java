package dev.weighbridge.formats.unwind;

import static dev.weighbridge.formats.unwind.PointerEncoding.DW_EH_PE_omit;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The search table over the call frame records: {@code .eh_frame_hdr}.
 *
 * <p>A few header bytes, then one row per frame record, sorted by function. Positions count from
 * the start of the image's bytes. Immutable.
 *
 * <p>LSB Core 5.0, 10.6.2 "The .eh_frame_hdr section".
 */
public final class EhFrameHeader {
  /**
   * One row of the search table.
   *
   * @param index its row
   * @param fileStart its first byte, in the bytes of the image
   * @param fileEnd its end, exclusive
   * @param location address of the function's first byte
   * @param fdeAddress address of the function's frame record
   */
  public record Row(int index, long fileStart, long fileEnd, long location, long fdeAddress) {}

  private static final int VERSION = 1;

  private final UnwindSection section;
  private final int version;
  private final int pointerEncoding;
  private final int countEncoding;
  private final int tableEncoding;
  private final long ehFrameAddress;
  private final long statedCount;
  private final long tableStart;
  private final int rowSize;
  private final long[] location;
  private final long[] fdeAddress;

  private EhFrameHeader(UnwindSection section, Diagnostics diagnostics) {
    this.section = section;
    Window window = new Window(section.bytes(), section.fileStart(), section.fileEnd());
    // Inside this section datarel counts from its own start.
    Pointers pointers = new Pointers(window, section, section.address());
    version = window.u8();
    pointerEncoding = window.u8();
    countEncoding = window.u8();
    tableEncoding = window.u8();
    ehFrameAddress = pointers.read(pointerEncoding, Pointers.UNKNOWN);
    statedCount = pointers.number(countEncoding);
    tableStart = window.position();
    int size = PointerEncoding.fixedSize(tableEncoding, section.pointers().addressSize());
    rowSize = 2 * Math.max(0, size);
    int count = count(window, diagnostics);
    location = new long[count];
    fdeAddress = new long[count];
    for (int i = 0; i < count; i++) {
      location[i] = pointers.read(tableEncoding, Pointers.UNKNOWN);
      fdeAddress[i] = pointers.read(tableEncoding, Pointers.UNKNOWN);
    }
    if (!isSorted()) {
      diagnostics.warn(section.name(), tableStart, "rows sorted by function", "another order");
    }
  }

  /**
   * Reads the table of a section. Defects become diagnostics, rows out of order among them; rows
   * that lack are left out.
   */
  public static EhFrameHeader read(UnwindSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    return new EhFrameHeader(section, diagnostics);
  }

  private int count(Window window, Diagnostics diagnostics) {
    if (window.isOverrun() || version != VERSION) {
      diagnostics.warn(
          section.name(),
          section.fileStart(),
          "a header of version " + VERSION,
          window.isOverrun() ? "fewer bytes" : "version " + version);
      return 0;
    }
    if (tableEncoding == DW_EH_PE_omit || countEncoding == DW_EH_PE_omit) {
      return 0;
    }
    long room = rowSize == 0 ? 0 : window.remaining() / rowSize;
    if (statedCount >= 0 && statedCount <= room && statedCount <= Integer.MAX_VALUE / 2) {
      return (int) statedCount;
    }
    diagnostics.warn(
        section.name(),
        tableStart,
        "at most " + room + " rows of " + rowSize + " bytes",
        Long.toUnsignedString(statedCount));
    return (int) Math.min(room, Integer.MAX_VALUE / 2);
  }

  /** The section the table comes from. */
  public UnwindSection section() {
    return section;
  }

  /** The version: 1. */
  public int version() {
    return version;
  }

  /** Encoding of {@link #ehFrameAddress}. */
  public int pointerEncoding() {
    return pointerEncoding;
  }

  /** Encoding of {@link #statedCount}. */
  public int countEncoding() {
    return countEncoding;
  }

  /** Encoding of the rows. */
  public int tableEncoding() {
    return tableEncoding;
  }

  /** Address of the first call frame record, or -1 if it is not stated. */
  public long ehFrameAddress() {
    return ehFrameAddress;
  }

  /** How many rows the header claims; {@link #count} is what it has. */
  public long statedCount() {
    return statedCount;
  }

  /** First byte of the rows; the header itself reaches from the section's start to here. */
  public long tableStart() {
    return tableStart;
  }

  /** End of the rows, exclusive; what follows in the section is not the table's. */
  public long tableEnd() {
    return tableStart + (long) rowSize * count();
  }

  /** How many rows there are. */
  public int count() {
    return location.length;
  }

  /** First byte of a row. */
  public long fileStart(int row) {
    return tableStart + (long) rowSize * row;
  }

  /** End of a row, exclusive. */
  public long fileEnd(int row) {
    return fileStart(row) + rowSize;
  }

  /** Address of the function a row is about. */
  public long location(int row) {
    return location[row];
  }

  /** Address of the frame record a row leads to. */
  public long fdeAddress(int row) {
    return fdeAddress[row];
  }

  /** One row as an object. */
  public Row row(int index) {
    return new Row(index, fileStart(index), fileEnd(index), location[index], fdeAddress[index]);
  }

  /** All rows as objects. */
  public Stream<Row> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  /** Whether the rows are sorted by function, as the search needs. */
  public boolean isSorted() {
    for (int i = 1; i < location.length; i++) {
      if (Long.compareUnsigned(location[i - 1], location[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Compares the table with the records it leads to and reports what a search would stumble over:
   * rows that lead to no frame record or to that of another function.
   *
   * <p>Costs a search per row where the records lie in another order than their functions, so
   * reading the table does not include it.
   */
  public void check(EhFrame frames, Diagnostics diagnostics) {
    Complaint strays = new Complaint("rows that lead to the frame record of their function");
    int guess = 0;
    for (int i = 0; i < location.length; i++) {
      long position = frames.section().positionOf(fdeAddress[i]);
      if (guess >= frames.count() || frames.fileStart(guess) != position) {
        guess = frames.rowAt(position);
      }
      if (guess < 0 || !frames.isFde(guess) || frames.pcBegin(guess) != location[i]) {
        strays.add(fileStart(i));
      }
      // Most linkers lay the records out in the order of the functions.
      guess++;
    }
    strays.raise(section, diagnostics);
  }

  /**
   * The call frame records this table leads to, for a file that has no section headers: from {@link
   * #ehFrameAddress} to the end of the last record a row leads to, and its terminator.
   *
   * @param positionOf the position of an address in the bytes of the image, or -1
   * @return empty if the table does not say where they are
   */
  public Optional<UnwindSection> frames(LongUnaryOperator positionOf) {
    long lastAddress = Pointers.UNKNOWN;
    for (long address : fdeAddress) {
      if (lastAddress == Pointers.UNKNOWN || Long.compareUnsigned(address, lastAddress) > 0) {
        lastAddress = address;
      }
    }
    long start = positionOf.applyAsLong(ehFrameAddress);
    long last = positionOf.applyAsLong(lastAddress);
    if (ehFrameAddress == Pointers.UNKNOWN || lastAddress == Pointers.UNKNOWN || start < 0) {
      return Optional.empty();
    }
    long end = last < start ? -1 : recordEnd(last);
    if (end < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new UnwindSection(
            ".eh_frame",
            UnwindSection.Role.EH_FRAME,
            section.bytes(),
            start,
            end,
            ehFrameAddress,
            section.pointers()));
  }

  /** End of the record at a position and of a terminator behind it, or -1. */
  private long recordEnd(long position) {
    Bytes bytes = section.bytes();
    if (!bytes.contains(position, 4)) {
      return -1;
    }
    long length = bytes.u32(position);
    long body = position + 4;
    if (length == 0xFFFF_FFFFL) {
      length = bytes.contains(body, 8) ? bytes.i64(body) : -1;
      body += 8;
    }
    if (!bytes.contains(body, length)) {
      return -1;
    }
    long end = body + length;
    return bytes.contains(end, 4) && bytes.i32(end) == 0 ? end + 4 : end;
  }

  @Override
  public String toString() {
    return section.name() + ", " + count() + " rows";
  }
}
