package dev.weighbridge.formats.pe.unwind;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_AMD64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARMNT;
import static dev.weighbridge.formats.pe.headers.PeConstants.UNW_FLAG_CHAININFO;
import static dev.weighbridge.formats.pe.headers.PeConstants.UNW_FLAG_EHANDLER;
import static dev.weighbridge.formats.pe.headers.PeConstants.UNW_FLAG_NHANDLER;
import static dev.weighbridge.formats.pe.headers.PeConstants.UNW_FLAG_UHANDLER;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.headers.PeImage;
import java.util.Objects;

/**
 * How to unwind one function: {@code UNWIND_INFO} on x64, an {@code .xdata} record on ARM and
 * ARM64. x64 exception handling, struct UNWIND_INFO; ARM64 exception handling, .xdata records.
 *
 * @param encoding which of these it is
 * @param version of the record: 1 or 2 on x64, 0 on ARM
 * @param flags {@code UNW_FLAG_} on x64; on ARM {@code UNW_FLAG_EHANDLER} if the X bit is set
 * @param unwindSize bytes of unwind codes, epilog scopes included
 * @param handlerRva the exception handler, relative to the image base, 0 if none; data of a form
 *     that only it knows follow the record
 * @param chainedBegin begin of the function that this is a further piece of, relative to the image
 *     base; -1 if it stands alone
 * @param chainedInfo the unwind information of that piece, raw; 0 if it stands alone
 * @param fileStart first byte of the record in the file, -1 if it cannot be read
 * @param fileEnd end of the record, without the handler's data, exclusive
 */
public record PeUnwindInfo(
    Encoding encoding,
    int version,
    int flags,
    int unwindSize,
    long handlerRva,
    long chainedBegin,
    int chainedInfo,
    long fileStart,
    long fileEnd) {
  /** Refuses null. */
  public PeUnwindInfo {
    Objects.requireNonNull(encoding, "encoding");
  }

  /** How a machine writes its function table. */
  public enum Encoding {
    /** AMD64. */
    X64(12, 0),
    /** ARM64: instructions of four bytes. */
    ARM64(8, 4),
    /** ARM in Thumb mode: instructions counted in halves of four bytes. */
    ARM(8, 2),
    /** A machine without a function table. */
    NONE(0, 0);

    private final int entrySize;
    private final int unit;

    Encoding(int entrySize, int unit) {
      this.entrySize = entrySize;
      this.unit = unit;
    }

    /** Bytes of a row of the function table, 0 if there is none. */
    public int entrySize() {
      return entrySize;
    }

    /** Whether the low bit of a function's address marks Thumb code. */
    boolean isThumb() {
      return this == ARM;
    }

    static Encoding of(int machine) {
      return switch (machine) {
        case IMAGE_FILE_MACHINE_AMD64 -> X64;
        case IMAGE_FILE_MACHINE_ARM64 -> ARM64;
        case IMAGE_FILE_MACHINE_ARMNT -> ARM;
        default -> NONE;
      };
    }
  }

  private static final int CHAINED_ENTRY = 12;

  /** Whether it could be read. */
  public boolean isReadable() {
    return fileStart >= 0;
  }

  /** Whether its function is a further piece of another. */
  public boolean isChained() {
    return chainedBegin >= 0;
  }

  private static PeUnwindInfo unreadable(Encoding encoding) {
    return new PeUnwindInfo(encoding, 0, 0, 0, 0, -1, 0, -1, -1);
  }

  static PeUnwindInfo read(PeImage image, Encoding encoding, int raw) {
    if (encoding == Encoding.X64 && (raw & 1) != 0) {
      return indirect(image, raw & ~1);
    }
    boolean isPacked = encoding != Encoding.X64 && (raw & 3) != 0;
    long rva = Integer.toUnsignedLong(raw);
    long start = image.fileOffset(rva);
    if (start < 0 || isPacked || encoding == Encoding.NONE) {
      return unreadable(encoding);
    }
    long end = start + image.room(rva);
    return encoding == Encoding.X64
        ? x64(image.file(), start, end)
        : arm(image.file(), encoding, start, end);
  }

  /** A row may point at another row of the table instead, marked by its low bit. */
  private static PeUnwindInfo indirect(PeImage image, int raw) {
    long rva = Integer.toUnsignedLong(raw);
    if (image.room(rva) < CHAINED_ENTRY) {
      return unreadable(Encoding.X64);
    }
    long at = image.fileOffset(rva);
    Bytes file = image.file();
    return new PeUnwindInfo(
        Encoding.X64, 1, UNW_FLAG_CHAININFO, 0, 0, file.u32(at), file.i32(at + 8), at, at);
  }

  private static PeUnwindInfo x64(Bytes file, long start, long end) {
    if (end - start < 4) {
      return unreadable(Encoding.X64);
    }
    int first = file.u8(start);
    int flags = first >>> 3;
    int codes = 2 * (file.u8(start + 2) + 1 & ~1);
    long at = start + 4 + codes;
    boolean isChained = (flags & UNW_FLAG_CHAININFO) != 0;
    boolean hasHandler = !isChained && (flags & (UNW_FLAG_EHANDLER | UNW_FLAG_UHANDLER)) != 0;
    long stop = at + (isChained ? CHAINED_ENTRY : hasHandler ? 4 : 0);
    if (stop > end) {
      return unreadable(Encoding.X64);
    }
    return new PeUnwindInfo(
        Encoding.X64,
        first & 7,
        flags,
        codes,
        hasHandler ? file.u32(at) : 0,
        isChained ? file.u32(at) : -1,
        isChained ? file.i32(at + 8) : 0,
        start,
        stop);
  }

  /** Field places differ between ARM and ARM64 by the F bit, which only ARM has. */
  private static PeUnwindInfo arm(Bytes file, Encoding encoding, long start, long end) {
    if (end - start < 8) {
      return end - start < 4 ? unreadable(encoding) : armBody(file, encoding, start, end, 4);
    }
    int word = file.i32(start);
    boolean isExtended = word >>> (encoding == Encoding.ARM64 ? 22 : 23) == 0;
    return armBody(file, encoding, start, end, isExtended ? 8 : 4);
  }

  private static PeUnwindInfo armBody(
      Bytes file, Encoding encoding, long start, long end, int header) {
    int word = file.i32(start);
    int epilogShift = encoding == Encoding.ARM64 ? 22 : 23;
    int epilogs = word >>> epilogShift & 31;
    int codeWords = word >>> (epilogShift + 5);
    if (header == 8) {
      epilogs = file.u16(start + 4);
      codeWords = file.u8(start + 6);
    }
    boolean hasHandler = (word >>> 20 & 1) != 0;
    boolean isOneEpilogInHeader = (word >>> 21 & 1) != 0;
    int unwind = 4 * ((isOneEpilogInHeader ? 0 : epilogs) + codeWords);
    long at = start + header + unwind;
    long stop = at + (hasHandler ? 4 : 0);
    if (stop > end) {
      return unreadable(encoding);
    }
    return new PeUnwindInfo(
        encoding,
        word >>> 18 & 3,
        hasHandler ? UNW_FLAG_EHANDLER : UNW_FLAG_NHANDLER,
        unwind,
        hasHandler ? file.u32(at) : 0,
        -1,
        0,
        start,
        stop);
  }

  /** Length of an ARM or ARM64 function in bytes: packed into the row, or from its record. */
  static long length(PeImage image, Encoding encoding, int raw) {
    if ((raw & 3) != 0) {
      return (long) (raw >>> 2 & 0x7FF) * encoding.unit;
    }
    long rva = Integer.toUnsignedLong(raw);
    if (image.room(rva) < 4) {
      return 0;
    }
    return (long) (image.file().i32(image.fileOffset(rva)) & 0x3FFFF) * encoding.unit;
  }
}
