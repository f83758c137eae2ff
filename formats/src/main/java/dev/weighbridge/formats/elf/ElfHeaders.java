package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EI_CLASS;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EI_DATA;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EI_NIDENT;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFCLASS32;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFCLASS64;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFCOMPRESS_ZLIB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFDATA2LSB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.ELFDATA2MSB;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHF_COMPRESSED;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.headers.ElfCompression;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.internal.ksy.ElfRows;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads header rows: the only class that touches generated code.
 *
 * <p>Rows are read from windows of some hundred, copied to the heap, because a stream per row would
 * cost more than the row.
 */
final class ElfHeaders {
  static final int FILE_HEADER = 0;
  static final int PROGRAM_HEADER = 1;
  static final int SECTION_HEADER = 2;
  static final int COMPRESSION_HEADER = 3;

  /** {@code ZLIB} in ASCII, read big-endian. */
  private static final int ZLIB = 0x5A4C4942;

  /** More than the largest row that the 16-bit entry sizes of the file header can state. */
  private static final int WINDOW = 64 << 10;

  private final Bytes file;
  private final boolean isLittleEndian;
  private final boolean is64Bit;

  private ElfHeaders(Bytes file, boolean isLittleEndian, boolean is64Bit) {
    this.file = file;
    this.isLittleEndian = isLittleEndian;
    this.is64Bit = is64Bit;
  }

  /** A reader for the rows of a file with this header. */
  static ElfHeaders of(Bytes file, ElfHeader header) {
    return new ElfHeaders(file, header.isLittleEndian(), header.is64Bit());
  }

  /**
   * The file header.
   *
   * @throws MalformedBinaryException if the file does not begin with a complete one
   */
  static ElfHeader fileHeader(Bytes file) {
    byte[] ident = ident(file);
    boolean is64Bit = ident[EI_CLASS] == ELFCLASS64;
    boolean isLittleEndian = ident[EI_DATA] == ELFDATA2LSB;
    int size = rowSize(FILE_HEADER, is64Bit);
    if (file.length() < size) {
      throw new MalformedBinaryException(
          "elf.header", 0, size + " bytes", file.length() + " bytes");
    }
    ElfHeaders headers = new ElfHeaders(file, isLittleEndian, is64Bit);
    return headers.header((ElfRows.FileHeader) headers.row(headers.window(0, size), FILE_HEADER));
  }

  private static byte[] ident(Bytes file) {
    if (file.length() < EI_NIDENT) {
      throw new MalformedBinaryException(
          "elf.e_ident", 0, EI_NIDENT + " bytes", file.length() + " bytes");
    }
    byte[] ident = file.toArray(0, EI_NIDENT);
    if (ident[0] != 0x7F || ident[1] != 'E' || ident[2] != 'L' || ident[3] != 'F') {
      throw new MalformedBinaryException("elf.e_ident", 0, "0x7F 'E' 'L' 'F'", "other bytes");
    }
    if (ident[EI_CLASS] != ELFCLASS32 && ident[EI_CLASS] != ELFCLASS64) {
      throw identError("EI_CLASS", EI_CLASS, "1 (32-bit) or 2 (64-bit)", ident[EI_CLASS]);
    }
    if (ident[EI_DATA] != ELFDATA2LSB && ident[EI_DATA] != ELFDATA2MSB) {
      throw identError("EI_DATA", EI_DATA, "1 (little-endian) or 2 (big-endian)", ident[EI_DATA]);
    }
    return ident;
  }

  private static MalformedBinaryException identError(
      String field, int at, String expected, byte found) {
    return new MalformedBinaryException(
        "elf.e_ident[" + field + "]", at, expected, Integer.toString(found & 0xFF));
  }

  /** Bytes of a row of a kind, as the specification has it. */
  static int rowSize(int kind, boolean is64Bit) {
    return switch (kind) {
      case FILE_HEADER -> is64Bit ? 64 : 52;
      case PROGRAM_HEADER -> is64Bit ? 56 : 32;
      case SECTION_HEADER -> is64Bit ? 64 : 40;
      default -> is64Bit ? 24 : 12;
    };
  }

  /** Program headers that lie wholly inside the file; {@code stride} must not be too small. */
  List<ElfProgramHeader> programHeaders(long start, int stride, int count) {
    List<ElfProgramHeader> rows = new ArrayList<>(count);
    Rows raw = new Rows(PROGRAM_HEADER, start, stride, count);
    for (int i = 0; i < count; i++) {
      var row = (ElfRows.ProgramHeader) raw.next();
      rows.add(programHeader(row, i, start + (long) i * stride, stride));
    }
    return rows;
  }

  /** Section headers that lie wholly inside the file, without names; stride as above. */
  List<ElfSection> sectionHeaders(long start, int stride, int count) {
    List<ElfSection> rows = new ArrayList<>(count);
    Rows raw = new Rows(SECTION_HEADER, start, stride, count);
    for (int i = 0; i < count; i++) {
      var row = (ElfRows.SectionHeader) raw.next();
      rows.add(section(row, i, start + (long) i * stride, stride));
    }
    return rows;
  }

  /** Rows of one kind, one after another, read through a window that slides over them. */
  private final class Rows {
    private final int kind;
    private final long start;
    private final int stride;
    private final int count;
    private final int perWindow;

    // next() opens it before its first row.
    @SuppressWarnings("NullAway.Init")
    private KaitaiStream window;

    private int next;

    Rows(int kind, long start, int stride, int count) {
      this.kind = kind;
      this.start = start;
      this.stride = stride;
      this.count = count;
      perWindow = WINDOW / Math.max(1, stride);
    }

    Object next() {
      int inWindow = next % perWindow;
      if (inWindow == 0) {
        int rows = Math.min(perWindow, count - next);
        window = window(start + (long) next * stride, rows * stride);
      }
      window.seek(inWindow * stride);
      next++;
      return row(window, kind);
    }
  }

  /** The header of a compressed section; empty if it is not compressed or cut short. */
  Optional<ElfCompression> compression(ElfSection section) {
    Bytes content = section.content(file);
    if ((section.flags() & SHF_COMPRESSED) == 0) {
      return oldCompression(section, content);
    }
    int size = rowSize(COMPRESSION_HEADER, is64Bit);
    if (content.length() < size) {
      return Optional.empty();
    }
    long start = section.offset();
    var row = (ElfRows.CompressionHeader) row(window(start, size), COMPRESSION_HEADER);
    return Optional.of(
        new ElfCompression(
            (int) row.type(),
            word(row.uncompressedSize()),
            word(row.alignment()),
            start,
            start + size));
  }

  /** The older GNU form: {@code ZLIB} and the uncompressed size, big-endian in every file. */
  private static Optional<ElfCompression> oldCompression(ElfSection section, Bytes content) {
    Bytes big = content.withOrder(ByteOrder.BIG_ENDIAN);
    if (!section.isCompressed() || big.length() < 12 || big.i32(0) != ZLIB) {
      return Optional.empty();
    }
    long start = section.offset();
    return Optional.of(new ElfCompression(ELFCOMPRESS_ZLIB, big.i64(4), 0, start, start + 12));
  }

  private KaitaiStream window(long start, int size) {
    return new ByteBufferKaitaiStream(file.toArray(start, start + size));
  }

  private Object row(KaitaiStream window, int kind) {
    try {
      return new ElfRows(window, isLittleEndian, is64Bit, kind).body();
    } catch (KaitaiStream.KaitaiStructError | BufferUnderflowException e) {
      throw new MalformedBinaryException("elf.header", -1, "a complete row", e.toString());
    }
  }

  private static long word(ElfRows.Word word) {
    Long narrow = word.value32();
    return narrow != null ? narrow : word.value64();
  }

  private ElfHeader header(ElfRows.FileHeader row) {
    List<Integer> ident = new ArrayList<>(EI_NIDENT);
    for (byte b : row.ident()) {
      ident.add(b & 0xFF);
    }
    return new ElfHeader(
        ident,
        is64Bit,
        isLittleEndian,
        row.type(),
        row.machine(),
        row.version(),
        word(row.entry()),
        word(row.programHeaderOffset()),
        word(row.sectionHeaderOffset()),
        (int) row.flags(),
        row.headerSize(),
        row.programHeaderEntrySize(),
        row.programHeaderCount(),
        row.sectionHeaderEntrySize(),
        row.sectionHeaderCount(),
        row.sectionNameTableIndex(),
        rowSize(FILE_HEADER, is64Bit));
  }

  private static ElfProgramHeader programHeader(
      ElfRows.ProgramHeader row, int index, long start, int stride) {
    Long flags = row.flags64() != null ? row.flags64() : row.flags32();
    return new ElfProgramHeader(
        index,
        (int) row.type(),
        flags.intValue(),
        word(row.offset()),
        word(row.virtualAddress()),
        word(row.physicalAddress()),
        word(row.fileSize()),
        word(row.memorySize()),
        word(row.alignment()),
        start,
        start + stride);
  }

  private static ElfSection section(ElfRows.SectionHeader row, int index, long start, int stride) {
    return new ElfSection(
        index,
        "",
        (int) row.nameOffset(),
        (int) row.type(),
        word(row.flags()),
        word(row.address()),
        word(row.offset()),
        word(row.size()),
        (int) row.link(),
        (int) row.info(),
        word(row.alignment()),
        word(row.entrySize()),
        start,
        start + stride);
  }
}
