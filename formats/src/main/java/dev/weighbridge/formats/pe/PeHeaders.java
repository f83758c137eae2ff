package dev.weighbridge.formats.pe;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_NT_OPTIONAL_HDR32_MAGIC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_NT_OPTIONAL_HDR64_MAGIC;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMPORT_NAME_EXPORTAS;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.internal.ksy.PeRows;
import dev.weighbridge.formats.pe.directories.PeClrHeader;
import dev.weighbridge.formats.pe.directories.PeCodeView;
import dev.weighbridge.formats.pe.directories.PeDebugEntry;
import dev.weighbridge.formats.pe.directories.PeTls;
import dev.weighbridge.formats.pe.exports.PeExportDirectory;
import dev.weighbridge.formats.pe.headers.PeDataDirectory;
import dev.weighbridge.formats.pe.headers.PeDosHeader;
import dev.weighbridge.formats.pe.headers.PeHeader;
import dev.weighbridge.formats.pe.headers.PeMachine;
import dev.weighbridge.formats.pe.headers.PeOptionalHeader;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.imports.PeImportDescriptor;
import dev.weighbridge.formats.pe.imports.PeImportObject;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads header rows: the only class that touches generated code. */
final class PeHeaders {
  static final int DOS_HEADER = 0;
  static final int FILE_HEADER = 1;
  static final int BIG_OBJECT_HEADER = 2;
  static final int IMPORT_OBJECT_HEADER = 3;
  static final int OPTIONAL_HEADER = 4;
  static final int DATA_DIRECTORY = 5;
  static final int SECTION_HEADER = 6;
  static final int EXPORT_DIRECTORY = 7;
  static final int IMPORT_DESCRIPTOR = 8;
  static final int DELAY_IMPORT_DESCRIPTOR = 9;
  static final int DEBUG_ENTRY = 10;
  static final int TLS_DIRECTORY = 11;
  static final int CLR_HEADER = 12;

  /** Class identifier of an object compiled with {@code /bigobj}; winnt.h. */
  private static final String BIG_OBJECT_CLASS = "D1BAA1C7-BAEE-4BA9-AF20-FAF66AA4DCB8";

  private static final int SIGNATURE_SIZE = 4;
  private static final int[] SIZES_32 = {64, 20, 56, 20, 96, 8, 40, 40, 20, 32, 28, 24, 72};
  private static final int[] SIZES_64 = {64, 20, 56, 20, 112, 8, 40, 40, 20, 32, 28, 40, 72};

  private final Bytes file;
  private final boolean is64Bit;

  PeHeaders(Bytes file, boolean is64Bit) {
    this.file = file;
    this.is64Bit = is64Bit;
  }

  /** Bytes of a row of a kind. */
  static int rowSize(int kind, boolean is64Bit) {
    return is64Bit ? SIZES_64[kind] : SIZES_32[kind];
  }

  int rowSize(int kind) {
    return rowSize(kind, is64Bit);
  }

  /** Whether a file begins like an object or big object. */
  static boolean recognisesObject(Bytes file) {
    if (file.length() < rowSize(FILE_HEADER, false)) {
      return false;
    }
    if (file.u16(0) == 0 && file.u16(2) == 0xFFFF) {
      return file.contains(12, 16)
          && file.u16(4) >= 2
          && PeCodeView.guid(file, 12).equals(BIG_OBJECT_CLASS);
    }
    long sections = file.u16(2);
    long tableEnd = rowSize(FILE_HEADER, false) + sections * rowSize(SECTION_HEADER, false);
    return PeMachine.isKnown(file.u16(0))
        && file.u16(16) == 0
        && tableEnd <= file.length()
        && file.u32(8) <= file.length();
  }

  /** The DOS header, or null if the file does not begin with one. */
  static @Nullable PeDosHeader dosHeader(Bytes file) {
    if (file.length() < 2 || file.u8(0) != 'M' || file.u8(1) != 'Z') {
      return null;
    }
    var row = (PeRows.DosHeader) new PeHeaders(file, false).row(0, DOS_HEADER, "pe.dos");
    return new PeDosHeader(row.peHeaderOffset(), 0, rowSize(DOS_HEADER, false));
  }

  /**
   * The file header of an image or object.
   *
   * @param dos its DOS header, null if it is an object
   */
  static PeHeader header(Bytes file, @Nullable PeDosHeader dos) {
    PeHeaders rows = new PeHeaders(file, false);
    if (dos != null) {
      return rows.imageHeader(dos.peHeaderOffset());
    }
    boolean isAnonymous = file.length() >= 4 && file.u16(0) == 0 && file.u16(2) == 0xFFFF;
    return isAnonymous ? rows.bigObjectHeader() : rows.fileHeader(0);
  }

  private PeHeader imageHeader(long signature) {
    if (!file.contains(signature, SIGNATURE_SIZE)) {
      throw new MalformedBinaryException(
          "pe.e_lfanew",
          60,
          "an offset inside the file",
          signature + ", as in DOS programs and in Windows programs that are cut short");
    }
    int found = file.i32(signature);
    if (found != 0x4550) {
      throw new UnsupportedBinaryException(
          "pe.signature", signature, "'P' 'E' 0 0 of a Windows program", otherProgram(found));
    }
    return fileHeader(signature + SIGNATURE_SIZE);
  }

  /** What a file with a DOS header is, by the signature it has in place of ours. */
  private static String otherProgram(int signature) {
    return switch (signature & 0xFFFF) {
      case 0x454E -> "'N' 'E': a 16-bit program of Windows or OS/2, which nothing here reads";
      case 0x454C -> "'L' 'E': a driver of Windows 9x or a DOS program, which nothing here reads";
      case 0x584C -> "'L' 'X': a program of OS/2, which nothing here reads";
      default ->
          "0x" + Integer.toHexString(signature) + ": a DOS program, which nothing here reads";
    };
  }

  private PeHeader fileHeader(long start) {
    var row = (PeRows.FileHeader) row(start, FILE_HEADER, "pe.file_header");
    return new PeHeader(
        row.machine(),
        row.sectionCount(),
        (int) row.timestamp(),
        row.symbolTableOffset(),
        row.symbolCount(),
        row.optionalHeaderSize(),
        row.characteristics(),
        false,
        start,
        start + rowSize(FILE_HEADER));
  }

  private PeHeader bigObjectHeader() {
    var row = (PeRows.BigObjectHeader) row(0, BIG_OBJECT_HEADER, "pe.big_object_header");
    if (row.version() < 2) {
      throw new UnsupportedBinaryException(
          "pe.big_object_header.Version", 4, "2 or more", Integer.toString(row.version()));
    }
    return new PeHeader(
        row.machine(),
        row.sectionCount(),
        (int) row.timestamp(),
        row.symbolTableOffset(),
        row.symbolCount(),
        0,
        0,
        true,
        0,
        rowSize(BIG_OBJECT_HEADER));
  }

  /** The optional header after a file header, which says that there is one. */
  static PeOptionalHeader optionalHeader(Bytes file, PeHeader header) {
    long start = header.fileEnd();
    if (!file.contains(start, 2)) {
      throw new MalformedBinaryException(
          "pe.optional_header", start, "an optional header", "the end of the file");
    }
    int magic = file.u16(start);
    if (magic != IMAGE_NT_OPTIONAL_HDR32_MAGIC && magic != IMAGE_NT_OPTIONAL_HDR64_MAGIC) {
      throw new UnsupportedBinaryException(
          "pe.optional_header.Magic", start, "0x10b or 0x20b", "0x" + Integer.toHexString(magic));
    }
    boolean is64Bit = magic == IMAGE_NT_OPTIONAL_HDR64_MAGIC;
    return new PeHeaders(file, is64Bit).optionalHeader(start);
  }

  private PeOptionalHeader optionalHeader(long start) {
    var row = (PeRows.OptionalHeader) row(start, OPTIONAL_HEADER, "pe.optional_header");
    return new PeOptionalHeader(
        row.magic(),
        row.majorLinkerVersion() + "." + row.minorLinkerVersion(),
        row.codeSize(),
        row.initializedDataSize(),
        row.uninitializedDataSize(),
        row.entryPoint(),
        word(row.imageBase()),
        row.sectionAlignment(),
        row.fileAlignment(),
        row.majorSubsystemVersion() + "." + row.minorSubsystemVersion(),
        row.imageSize(),
        row.headersSize(),
        row.checksum(),
        row.subsystem(),
        row.dllCharacteristics(),
        word(row.stackReserveSize()),
        word(row.stackCommitSize()),
        word(row.heapReserveSize()),
        word(row.heapCommitSize()),
        row.dataDirectoryCount(),
        start,
        start + rowSize(OPTIONAL_HEADER));
  }

  /** Data directories, which must lie inside the file. */
  List<PeDataDirectory> dataDirectories(long start, int count) {
    List<PeDataDirectory> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long at = start + 8L * i;
      var row = (PeRows.DataDirectory) row(at, DATA_DIRECTORY, "pe.data_directory");
      rows.add(new PeDataDirectory(i, row.rva(), row.sizeInBytes(), at, at + 8));
    }
    return rows;
  }

  /** A section header, which must lie inside the file; its name as it stands in the header. */
  PeSection section(long start, int index) {
    var row = (PeRows.SectionHeader) row(start, SECTION_HEADER, "pe.section");
    return new PeSection(
        index,
        shortName(row.name()),
        row.virtualSize(),
        row.rva(),
        row.rawSize(),
        row.rawOffset(),
        row.relocationOffset(),
        row.relocationCount(),
        row.lineNumberOffset(),
        row.lineNumberCount(),
        (int) row.characteristics(),
        start,
        start + rowSize(SECTION_HEADER));
  }

  private static String shortName(byte[] field) {
    int length = 0;
    while (length < field.length && field[length] != 0) {
      length++;
    }
    return new String(field, 0, length, StandardCharsets.UTF_8);
  }

  /** The export directory, which must lie inside the file. */
  PeExportDirectory exportDirectory(long start) {
    var row = (PeRows.ExportDirectory) row(start, EXPORT_DIRECTORY, "pe.exports");
    return new PeExportDirectory(
        row.nameRva(),
        row.ordinalBase(),
        row.addressCount(),
        row.nameCount(),
        row.addressTableRva(),
        row.nameTableRva(),
        row.ordinalTableRva());
  }

  /** An import descriptor, which must lie inside the file; without lookup table it has one. */
  PeImportDescriptor importDescriptor(long start) {
    var row = (PeRows.ImportDescriptor) row(start, IMPORT_DESCRIPTOR, "pe.imports");
    boolean hasLookup = row.lookupTableRva() != 0;
    return new PeImportDescriptor(
        row.nameRva(),
        hasLookup ? row.lookupTableRva() : row.addressTableRva(),
        row.addressTableRva(),
        start,
        start + rowSize(IMPORT_DESCRIPTOR));
  }

  /**
   * A delay import descriptor, which must lie inside the file.
   *
   * @param imageBase subtracted from the addresses of old ones, which are not relative
   */
  PeImportDescriptor delayImportDescriptor(long start, long imageBase) {
    var row = (PeRows.DelayImportDescriptor) row(start, DELAY_IMPORT_DESCRIPTOR, "pe.imports");
    boolean isLast = row.name() == 0 || row.addressTable() == 0;
    long base = isLast || (row.attributes() & 1) != 0 ? 0 : imageBase;
    return new PeImportDescriptor(
        row.name() - base,
        row.nameTable() - base,
        row.addressTable() - base,
        start,
        start + rowSize(DELAY_IMPORT_DESCRIPTOR));
  }

  /** An entry of the debug directory, which must lie inside the file. */
  PeDebugEntry debugEntry(long start, int index) {
    var row = (PeRows.DebugEntry) row(start, DEBUG_ENTRY, "pe.debug");
    return new PeDebugEntry(
        index,
        (int) row.type(),
        (int) row.timestamp(),
        row.dataSize(),
        row.dataRva(),
        row.dataOffset(),
        start,
        start + rowSize(DEBUG_ENTRY));
  }

  /** The TLS directory, which must lie inside the file. */
  PeTls tls(long start) {
    var row = (PeRows.TlsDirectory) row(start, TLS_DIRECTORY, "pe.tls");
    return new PeTls(
        word(row.templateStart()),
        word(row.templateEnd()),
        word(row.indexAddress()),
        word(row.callbacksAddress()),
        row.zeroFillSize(),
        (int) row.characteristics(),
        start,
        start + rowSize(TLS_DIRECTORY));
  }

  /** The CLR header, which must lie inside the file. */
  PeClrHeader clrHeader(long start) {
    var row = (PeRows.ClrHeader) row(start, CLR_HEADER, "pe.clr");
    return new PeClrHeader(
        row.majorRuntimeVersion() + "." + row.minorRuntimeVersion(),
        row.metadataRva(),
        row.metadataSize(),
        (int) row.flags(),
        (int) row.entryPoint(),
        start,
        start + rowSize(CLR_HEADER));
  }

  /** An import object with its strings. */
  static PeImportObject importObject(Bytes file) {
    PeHeaders rows = new PeHeaders(file, false);
    var row =
        (PeRows.ImportObjectHeader) rows.row(0, IMPORT_OBJECT_HEADER, "pe.import_object_header");
    if (row.sig1() != 0 || row.sig2() != 0xFFFF) {
      throw new MalformedBinaryException(
          "pe.import_object_header", 0, "0 and 0xFFFF", "other numbers");
    }
    long start = rows.rowSize(IMPORT_OBJECT_HEADER);
    Cursor strings = new Cursor(file, start, file.length(), "pe.import_object_header.names", 0);
    int nameType = row.types() >>> 2 & 7;
    String symbol = strings.cString();
    String library = strings.cString();
    String export = nameType == IMPORT_NAME_EXPORTAS ? strings.cString() : "";
    return new PeImportObject(
        row.version(),
        row.machine(),
        (int) row.timestamp(),
        row.dataSize(),
        row.ordinalOrHint(),
        row.types() & 3,
        nameType,
        symbol,
        library,
        export,
        0,
        start);
  }

  private Object row(long start, int kind, String structure) {
    int size = rowSize(kind);
    if (!file.contains(start, size)) {
      long room = Math.max(0, file.length() - start);
      throw new MalformedBinaryException(structure, start, size + " bytes", room + " bytes");
    }
    try {
      KaitaiStream window = new ByteBufferKaitaiStream(file.toArray(start, start + size));
      return new PeRows(window, is64Bit, kind).body();
    } catch (KaitaiStream.KaitaiStructError | BufferUnderflowException e) {
      throw new MalformedBinaryException(structure, start, "a complete row", e.toString());
    }
  }

  private static long word(PeRows.Word word) {
    Long narrow = word.value32();
    return narrow != null ? narrow : word.value64();
  }
}
