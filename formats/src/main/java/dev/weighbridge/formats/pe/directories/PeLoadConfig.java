package dev.weighbridge.formats.pe.directories;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.headers.PeArea;
import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.headers.PeImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The load configuration: what the loader must know to guard the image. PE Format, The Load
 * Configuration Structure; {@code IMAGE_LOAD_CONFIG_DIRECTORY32} and {@code 64}.
 *
 * @param size bytes it says it has; versions differ
 * @param timestamp seconds since 1970, or 0
 * @param guardFlags {@code IMAGE_GUARD_} flags; 0 if it is too short to have them
 * @param securityCookie virtual address of the cookie against stack overruns, 0 if none
 * @param tables the guard tables it points at that have rows
 * @param fileStart first byte in the file
 * @param fileEnd end as far as it is in the file, exclusive
 */
public record PeLoadConfig(
    long size,
    int timestamp,
    int guardFlags,
    long securityCookie,
    List<GuardTable> tables,
    long fileStart,
    long fileEnd) {

  /**
   * A table of code addresses that control flow may take on ways the compiler cannot see. Each row
   * begins with an address relative to the image base, of four bytes.
   *
   * @param name the field that points at it: {@code GuardCFFunctionTable}
   * @param rva its address relative to the image base
   * @param count rows in the file
   * @param rowSize bytes of a row, at least 4
   * @param fileStart first byte in the file
   * @param fileEnd end, exclusive
   */
  public record GuardTable(
      String name, long rva, int count, int rowSize, long fileStart, long fileEnd) {
    /** Refuses null. */
    public GuardTable {
      Objects.requireNonNull(name, "name");
    }
  }

  /** Where a table's address stands in the 32-bit and 64-bit structure; its count follows. */
  private record Field(String name, int at32, int at64, boolean hasExtraBytes) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("SEHandlerTable", 64, 96, false),
          new Field("GuardCFFunctionTable", 80, 128, true),
          new Field("GuardAddressTakenIatEntryTable", 104, 160, true),
          new Field("GuardLongJumpTargetTable", 112, 176, true),
          new Field("GuardEHContinuationTable", 164, 264, true));

  /** Makes the list immutable. */
  public PeLoadConfig {
    Objects.requireNonNull(tables, "tables");
    tables = List.copyOf(tables);
  }

  /**
   * Reads the structure.
   *
   * @param area where it lies, at least four bytes
   * @param imageBase address that the image would like to be loaded at
   */
  public static PeLoadConfig read(PeImage image, PeArea area, long imageBase) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(area, "area");
    Bytes file = image.file();
    boolean is64Bit = image.is64Bit();
    long stated = file.u32(area.fileStart());
    long room = image.room(area.rva());
    long size = Math.min(stated, room);
    Reader reader = new Reader(image, area.fileStart(), Math.max(size, 4), imageBase);
    int flags = (int) reader.number(is64Bit ? 144 : 88, 4);
    List<GuardTable> tables = new ArrayList<>();
    for (Field field : FIELDS) {
      reader.table(field, flags, tables);
    }
    return new PeLoadConfig(
        stated,
        (int) reader.number(4, 4),
        flags,
        reader.word(is64Bit ? 88 : 60),
        tables,
        area.fileStart(),
        area.fileStart() + Math.max(size, 4));
  }

  private record Reader(PeImage image, long start, long size, long imageBase) {
    long word(int offset) {
      return number(offset, image.is64Bit() ? 8 : 4);
    }

    /** A field, or 0 where the structure is too short to have it. */
    long number(int offset, int bytes) {
      if (offset + bytes > size) {
        return 0;
      }
      long at = start + offset;
      return bytes == 8 ? image.file().i64(at) : image.file().u32(at);
    }

    void table(Field field, int guardFlags, List<GuardTable> tables) {
      int at = image.is64Bit() ? field.at64() : field.at32();
      long address = word(at);
      long count = word(at + (image.is64Bit() ? 8 : 4));
      if (address == 0 || count <= 0) {
        return;
      }
      int shift = PeConstants.IMAGE_GUARD_CF_FUNCTION_TABLE_SIZE_SHIFT;
      int rowSize = 4 + (field.hasExtraBytes() ? guardFlags >>> shift : 0);
      long rva = address - imageBase;
      int rows = image.rowsAt(rva, rowSize, count, "pe.load_config." + field.name());
      if (rows > 0) {
        long first = image.fileOffset(rva);
        long end = first + (long) rows * rowSize;
        tables.add(new GuardTable(field.name(), rva, rows, rowSize, first, end));
      }
    }
  }
}
