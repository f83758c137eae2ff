package dev.weighbridge.formats.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.FAT_MAGIC;
import static dev.weighbridge.formats.macho.headers.MachOConstants.FAT_MAGIC_64;
import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_MAGIC;
import static dev.weighbridge.formats.macho.headers.MachOConstants.MH_MAGIC_64;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.ksy.MachoRows;
import dev.weighbridge.formats.macho.headers.FatArchitecture;
import dev.weighbridge.formats.macho.headers.FatHeader;
import dev.weighbridge.formats.macho.headers.LoadCommand;
import dev.weighbridge.formats.macho.headers.LoadCommand.Prefix;
import dev.weighbridge.formats.macho.headers.LoadCommand.Range;
import dev.weighbridge.formats.macho.headers.LoadCommand.Rows;
import dev.weighbridge.formats.macho.headers.MachOHeader;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.headers.MachOSegment;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import io.kaitai.struct.ByteBufferKaitaiStream;
import io.kaitai.struct.KaitaiStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Reads header rows: the only class that touches generated code. */
final class MachOHeaders {
  /** Bytes of the prefix that all load commands begin with. */
  static final int PREFIX_SIZE = 8;

  static final int BUILD_TOOL_SIZE = 8;

  private static final int MACH_HEADER = 0;
  private static final int LOAD_COMMAND = 1;
  private static final int SEGMENT = 2;
  private static final int SECTION = 3;
  private static final int SYMTAB = 4;
  private static final int DYSYMTAB = 5;
  private static final int LINK_EDIT_DATA = 6;
  private static final int DYLD_INFO = 7;
  private static final int DYLIB = 8;
  private static final int NUMBER = 9;
  private static final int UUID = 10;
  private static final int VERSION_MIN = 11;
  private static final int BUILD_VERSION = 12;
  private static final int BUILD_TOOL = 13;
  private static final int SOURCE_VERSION = 14;
  private static final int ENTRY_POINT = 15;
  private static final int ENCRYPTION_INFO = 16;
  private static final int ROUTINES = 17;
  private static final int NOTE = 18;
  private static final int FILESET_ENTRY = 19;
  private static final int FAT_HEADER = 20;
  private static final int FAT_ARCH = 21;

  private final Bytes file;
  private final boolean is64Bit;

  private MachOHeaders(Bytes file, boolean is64Bit) {
    this.file = file;
    this.is64Bit = is64Bit;
  }

  /** A reader for the rows of a file with this header; its bytes are in the file's order. */
  static MachOHeaders of(Bytes file, MachOHeader header) {
    return new MachOHeaders(file, header.is64Bit());
  }

  /**
   * The header of a Mach-O file.
   *
   * @throws MalformedBinaryException if the file does not begin with a complete one
   */
  static MachOHeader machHeader(Bytes file) {
    if (file.length() < 4) {
      throw new MalformedBinaryException("macho.magic", 0, "4 bytes", file.length() + " bytes");
    }
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    int magic = file.withOrder(order).i32(0);
    if (magic != MH_MAGIC && magic != MH_MAGIC_64) {
      order = ByteOrder.BIG_ENDIAN;
      magic = Integer.reverseBytes(magic);
    }
    if (magic != MH_MAGIC && magic != MH_MAGIC_64) {
      throw new MalformedBinaryException(
          "macho.magic", 0, "feedface or feedfacf", Integer.toHexString(magic));
    }
    boolean wide = magic == MH_MAGIC_64;
    long end = wide ? 32 : 28;
    if (file.length() < end) {
      throw new MalformedBinaryException(
          "macho.header", 0, end + " bytes", file.length() + " bytes");
    }
    var row = (MachoRows.MachHeader) row(file.withOrder(order), wide, MACH_HEADER, 0, 28);
    return new MachOHeader(
        wide,
        order == ByteOrder.LITTLE_ENDIAN,
        (int) row.cpuType(),
        (int) row.cpuSubtype(),
        (int) row.fileType(),
        row.commandCount(),
        row.commandsSize(),
        (int) row.flags(),
        end);
  }

  /**
   * The header of a universal file.
   *
   * @throws MalformedBinaryException if the file does not begin with a complete one
   */
  static FatHeader fatHeader(Bytes bigEndian) {
    if (bigEndian.length() < 8) {
      throw new MalformedBinaryException(
          "macho.fat_header", 0, "8 bytes", bigEndian.length() + " bytes");
    }
    var row = (MachoRows.FatHeader) row(bigEndian, false, FAT_HEADER, 0, 8);
    int magic = (int) row.magic();
    if (magic != FAT_MAGIC && magic != FAT_MAGIC_64) {
      throw new MalformedBinaryException(
          "macho.fat_header.magic", 0, "cafebabe or cafebabf", Integer.toHexString(magic));
    }
    return new FatHeader(magic == FAT_MAGIC_64, row.count());
  }

  /** Bytes of one architecture's row in the header of a universal file. */
  static int fatArchitectureSize(boolean is64Bit) {
    return is64Bit ? 32 : 20;
  }

  /** One architecture's row, which must lie inside the file. */
  static FatArchitecture fatArchitecture(Bytes bigEndian, boolean is64Bit, int index, long at) {
    int size = is64Bit ? 28 : 20;
    var row = (MachoRows.FatArch) row(bigEndian, is64Bit, FAT_ARCH, at, size);
    return new FatArchitecture(
        index,
        (int) row.cpuType(),
        (int) row.cpuSubtype(),
        word(row.offset()),
        word(row.size()),
        (int) row.alignment(),
        at,
        at + fatArchitectureSize(is64Bit));
  }

  /** The prefix of the load command at {@code at}; its end is as stated, which may be wrong. */
  Prefix prefix(int index, long at) {
    var row = (MachoRows.LoadCommand) row(LOAD_COMMAND, at, PREFIX_SIZE);
    return new Prefix(index, (int) row.command(), at, at + row.size());
  }

  /** Bytes of a segment behind its prefix, without its sections. */
  int segmentSize() {
    return is64Bit ? 64 : 48;
  }

  /** Bytes of a section. */
  int sectionSize() {
    return is64Bit ? 80 : 68;
  }

  MachOSegment segment(Prefix prefix, List<MachOSection> sections) {
    var row = (MachoRows.Segment) row(SEGMENT, body(prefix), segmentSize());
    return new MachOSegment(
        text(row.name()),
        word(row.address()),
        word(row.memorySize()),
        word(row.offset()),
        word(row.fileSize()),
        (int) row.maximumProtection(),
        (int) row.initialProtection(),
        (int) row.flags(),
        sections,
        prefix.fileStart(),
        prefix.fileEnd());
  }

  /** How many sections a segment states. */
  long sectionCount(Prefix prefix) {
    return ((MachoRows.Segment) row(SEGMENT, body(prefix), segmentSize())).sectionCount();
  }

  MachOSection section(int index, long at) {
    var row = (MachoRows.Section) row(SECTION, at, is64Bit ? 76 : 68);
    return new MachOSection(
        index,
        text(row.name()),
        text(row.segmentName()),
        word(row.address()),
        word(row.size()),
        row.offset(),
        (int) row.alignment(),
        row.relocationOffset(),
        row.relocationCount(),
        (int) row.flags(),
        (int) row.reserved1(),
        (int) row.reserved2(),
        at,
        at + sectionSize());
  }

  LoadCommand.Symtab symtab(Prefix prefix) {
    var row = (MachoRows.Symtab) row(SYMTAB, body(prefix), 16);
    return new LoadCommand.Symtab(
        prefix, row.symbolOffset(), row.symbolCount(), row.stringOffset(), row.stringSize());
  }

  LoadCommand.Dysymtab dysymtab(Prefix prefix) {
    var row = (MachoRows.Dysymtab) row(DYSYMTAB, body(prefix), 72);
    return new LoadCommand.Dysymtab(
        prefix,
        new Rows(row.localStart(), row.localCount()),
        new Rows(row.externalStart(), row.externalCount()),
        new Rows(row.undefinedStart(), row.undefinedCount()),
        new Rows(row.contentsOffset(), row.contentsCount()),
        new Rows(row.moduleOffset(), row.moduleCount()),
        new Rows(row.referenceOffset(), row.referenceCount()),
        new Rows(row.indirectOffset(), row.indirectCount()),
        new Rows(row.externalRelocationOffset(), row.externalRelocationCount()),
        new Rows(row.localRelocationOffset(), row.localRelocationCount()));
  }

  LoadCommand.LinkEditData linkEditData(Prefix prefix) {
    var row = (MachoRows.LinkEditData) row(LINK_EDIT_DATA, body(prefix), 8);
    return new LoadCommand.LinkEditData(prefix, row.offset(), row.size());
  }

  LoadCommand.TwoLevelHints twoLevelHints(Prefix prefix) {
    var row = (MachoRows.LinkEditData) row(LINK_EDIT_DATA, body(prefix), 8);
    return new LoadCommand.TwoLevelHints(prefix, row.offset(), row.size());
  }

  LoadCommand.DyldInfo dyldInfo(Prefix prefix) {
    var row = (MachoRows.DyldInfo) row(DYLD_INFO, body(prefix), 40);
    return new LoadCommand.DyldInfo(
        prefix,
        new Range(row.rebaseOffset(), row.rebaseSize()),
        new Range(row.bindOffset(), row.bindSize()),
        new Range(row.weakBindOffset(), row.weakBindSize()),
        new Range(row.lazyBindOffset(), row.lazyBindSize()),
        new Range(row.exportOffset(), row.exportSize()));
  }

  /** A library; its name starts where {@link #number} says. */
  LoadCommand.Dylib dylib(Prefix prefix, String name) {
    var row = (MachoRows.Dylib) row(DYLIB, body(prefix), 16);
    return new LoadCommand.Dylib(
        prefix,
        name,
        row.timestamp(),
        (int) row.currentVersion(),
        (int) row.compatibilityVersion());
  }

  /** The number behind the prefix: where a text starts, counted from the command, or a count. */
  long number(Prefix prefix) {
    return ((MachoRows.Number) row(NUMBER, body(prefix), 4)).value();
  }

  LoadCommand.Uuid uuid(Prefix prefix) {
    var row = (MachoRows.Uuid) row(UUID, body(prefix), 16);
    return new LoadCommand.Uuid(prefix, HexFormat.of().formatHex(row.uuid()));
  }

  LoadCommand.VersionMin versionMin(Prefix prefix) {
    var row = (MachoRows.VersionMin) row(VERSION_MIN, body(prefix), 8);
    return new LoadCommand.VersionMin(prefix, (int) row.version(), (int) row.sdk());
  }

  /** How many tools a build version states. */
  long toolCount(Prefix prefix) {
    return ((MachoRows.BuildVersion) row(BUILD_VERSION, body(prefix), 16)).toolCount();
  }

  LoadCommand.BuildVersion buildVersion(Prefix prefix, List<LoadCommand.BuildTool> tools) {
    var row = (MachoRows.BuildVersion) row(BUILD_VERSION, body(prefix), 16);
    return new LoadCommand.BuildVersion(
        prefix, (int) row.platform(), (int) row.minimumSystem(), (int) row.sdk(), tools);
  }

  LoadCommand.BuildTool buildTool(long at) {
    var row = (MachoRows.BuildTool) row(BUILD_TOOL, at, BUILD_TOOL_SIZE);
    return new LoadCommand.BuildTool((int) row.tool(), (int) row.version());
  }

  LoadCommand.SourceVersion sourceVersion(Prefix prefix) {
    var row = (MachoRows.SourceVersion) row(SOURCE_VERSION, body(prefix), 8);
    return new LoadCommand.SourceVersion(prefix, row.version());
  }

  LoadCommand.EntryPoint entryPoint(Prefix prefix) {
    var row = (MachoRows.EntryPoint) row(ENTRY_POINT, body(prefix), 16);
    return new LoadCommand.EntryPoint(prefix, row.entryOffset(), row.stackSize());
  }

  LoadCommand.EncryptionInfo encryptionInfo(Prefix prefix) {
    var row = (MachoRows.EncryptionInfo) row(ENCRYPTION_INFO, body(prefix), 12);
    return new LoadCommand.EncryptionInfo(prefix, row.offset(), row.size(), (int) row.encryption());
  }

  LoadCommand.Routines routines(Prefix prefix) {
    var row = (MachoRows.Routines) row(ROUTINES, body(prefix), is64Bit ? 16 : 8);
    return new LoadCommand.Routines(prefix, word(row.address()), word(row.module()));
  }

  LoadCommand.Note note(Prefix prefix) {
    var row = (MachoRows.Note) row(NOTE, body(prefix), 32);
    return new LoadCommand.Note(prefix, text(row.owner()), row.offset(), row.size());
  }

  /** Where the name of an entry of a file set starts, counted from the command. */
  long filesetNameOffset(Prefix prefix) {
    return ((MachoRows.FilesetEntry) row(FILESET_ENTRY, body(prefix), 20)).nameOffset();
  }

  LoadCommand.FilesetEntry filesetEntry(Prefix prefix, String name) {
    var row = (MachoRows.FilesetEntry) row(FILESET_ENTRY, body(prefix), 20);
    return new LoadCommand.FilesetEntry(prefix, row.address(), row.offset(), name);
  }

  private static long body(Prefix prefix) {
    return prefix.fileStart() + PREFIX_SIZE;
  }

  private Object row(int kind, long at, int size) {
    return row(file, is64Bit, kind, at, size);
  }

  private static Object row(Bytes file, boolean is64Bit, int kind, long at, int size) {
    if (!file.contains(at, size)) {
      throw new MalformedBinaryException("macho.row", at, size + " bytes", "fewer bytes");
    }
    try {
      KaitaiStream window = new ByteBufferKaitaiStream(file.toArray(at, at + size));
      return new MachoRows(window, file.isLittleEndian(), is64Bit, kind).body();
    } catch (KaitaiStream.KaitaiStructError | BufferUnderflowException e) {
      throw new MalformedBinaryException("macho.row", at, "a complete row", e.toString());
    }
  }

  private static long word(MachoRows.Word word) {
    Long narrow = word.value32();
    return narrow != null ? narrow : word.value64();
  }

  /** A name of at most 16 bytes, ended by a NUL if shorter. */
  private static String text(byte[] field) {
    int length = 0;
    while (length < field.length && field[length] != 0) {
      length++;
    }
    return new String(field, 0, length, StandardCharsets.UTF_8);
  }
}
