package dev.weighbridge.formats.pe.exports;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.pe.headers.PeArea;
import dev.weighbridge.formats.pe.headers.PeImage;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an image offers to others, as columns. PE Format, The .edata Section.
 *
 * <p>Rows are the slots of the export address table in its order, each with its first name; after
 * them one row for each further name of a slot. Immutable.
 */
public final class PeExportTable {
  /**
   * One export.
   *
   * @param index its row
   * @param ordinal its number, the ordinal base included
   * @param name its name; empty if it is exported by ordinal only
   * @param rva its address relative to the image base; 0 if the slot is unused; of a forwarder the
   *     address of the text
   * @param forwarder the export of another library that stands for it: {@code NTDLL.RtlAlloc};
   *     empty if it is none
   */
  public record Export(int index, long ordinal, String name, long rva, String forwarder) {
    /** Refuses null. */
    public Export {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(forwarder, "forwarder");
    }

    /** Whether another library provides it. */
    public boolean isForwarder() {
      return !forwarder.isEmpty();
    }
  }

  private final Bytes file;
  private final String libraryName;
  private final long libraryNameStart;
  private final long ordinalBase;
  private final PeArea directory;
  private final long addressTable;
  private final long nameTable;
  private final long ordinalTable;
  private final int nameCount;
  private final int[] slot;
  private final long[] rva;
  private final long[] nameStart;
  private final int[] nameLength;
  private final int[] nameRow;
  private final long[] forwarderStart;

  private PeExportTable(Reader reader) {
    file = reader.image.file();
    libraryName = reader.libraryName;
    libraryNameStart = reader.libraryNameStart;
    ordinalBase = reader.ordinalBase;
    directory = reader.directory;
    addressTable = reader.addressTable;
    nameTable = reader.nameTable;
    ordinalTable = reader.ordinalTable;
    nameCount = reader.nameCount;
    slot = reader.slot.freeze();
    rva = reader.rva.freeze();
    nameStart = reader.nameStart.freeze();
    nameLength = reader.nameLength.freeze();
    nameRow = reader.nameRow.freeze();
    forwarderStart = reader.forwarderStart.freeze();
  }

  /** The table of an image that exports nothing. */
  public static PeExportTable none(PeImage image) {
    Objects.requireNonNull(image, "image");
    return new PeExportTable(new Reader(image, PeArea.NONE));
  }

  /**
   * Reads the three tables of a directory.
   *
   * @param area the range that the data directory states
   * @param directory the row at its start
   */
  public static PeExportTable read(PeImage image, PeArea area, PeExportDirectory directory) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(area, "area");
    Objects.requireNonNull(directory, "directory");
    Reader reader = new Reader(image, area);
    reader.read(directory);
    return new PeExportTable(reader);
  }

  /** The name the image has for itself; empty if it exports nothing. */
  public String libraryName() {
    return libraryName;
  }

  /** File offset of that name, or -1 if there is none. */
  public long libraryNameStart() {
    return libraryNameStart;
  }

  /** The ordinal of the first slot. */
  public long ordinalBase() {
    return ordinalBase;
  }

  /** How many rows there are. */
  public int count() {
    return slot.length;
  }

  /** The number of an export, the ordinal base included. */
  public long ordinal(int row) {
    return ordinalBase + slot[row];
  }

  /** Address relative to the image base; 0 if unused; of a forwarder that of its text. */
  public long rva(int row) {
    return rva[row];
  }

  /** File offset of the name, or -1 if it has none. */
  public long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of the name without the NUL; 0 if it has none. */
  public int nameLength(int row) {
    return nameLength[row];
  }

  /** The name; empty if it has none. */
  public String name(int row) {
    return nameStart[row] < 0 ? "" : file.text(nameStart[row], nameStart[row] + nameLength[row]);
  }

  /** File offset of the text that names the real export, or -1 if it is no forwarder. */
  public long forwarderStart(int row) {
    return forwarderStart[row];
  }

  /** The text that names the real export; empty if it is no forwarder. */
  public String forwarder(int row) {
    long start = forwarderStart[row];
    if (start < 0) {
      return "";
    }
    long nul = file.indexOf((byte) 0, start, directory.fileEnd());
    return file.text(start, nul < 0 ? directory.fileEnd() : nul);
  }

  /** File offset of the export's slot in the address table: four bytes. */
  public long slotStart(int row) {
    return addressTable + 4L * slot[row];
  }

  /** File offset of the export's row in the name pointer table: four bytes; -1 if unnamed. */
  public long namePointerStart(int row) {
    return nameRow[row] < 0 ? -1 : nameTable + 4L * nameRow[row];
  }

  /** File offset of the export's row in the ordinal table: two bytes; -1 if unnamed. */
  public long ordinalStart(int row) {
    return nameRow[row] < 0 ? -1 : ordinalTable + 2L * nameRow[row];
  }

  /** How many names there are. */
  public int nameCount() {
    return nameCount;
  }

  /** First byte in the file of the range that the data directory states. */
  public long fileStart() {
    return directory.fileStart();
  }

  /** End of that range, exclusive; equal to the start if the image exports nothing. */
  public long fileEnd() {
    return directory.fileEnd();
  }

  /** One row as an object. */
  public Export row(int row) {
    return new Export(row, ordinal(row), name(row), rva[row], forwarder(row));
  }

  /** All rows as objects. */
  public Stream<Export> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " exports";
  }

  /** Reads the three tables. */
  private static final class Reader {
    final PeImage image;
    final PeArea directory;
    final IntColumn slot = new IntColumn(0);
    final LongColumn rva = new LongColumn(0);
    final LongColumn nameStart = new LongColumn(0);
    final IntColumn nameLength = new IntColumn(0);
    final IntColumn nameRow = new IntColumn(0);
    final LongColumn forwarderStart = new LongColumn(0);
    String libraryName = "";
    long libraryNameStart = -1;
    long ordinalBase;
    long addressTable;
    long nameTable;
    long ordinalTable;
    int nameCount;

    Reader(PeImage image, PeArea directory) {
      this.image = image;
      this.directory = directory;
    }

    void read(PeExportDirectory row) {
      libraryName = image.string(row.nameRva(), "pe.exports.Name");
      libraryNameStart = libraryName.isEmpty() ? -1 : image.fileOffset(row.nameRva());
      ordinalBase = row.ordinalBase();
      slots(row);
      names(row);
    }

    private void slots(PeExportDirectory row) {
      addressTable = image.fileOffset(row.addressTableRva());
      int count =
          image.rowsAt(row.addressTableRva(), 4, row.addressCount(), "pe.exports.functions");
      for (int i = 0; i < count; i++) {
        add(i, image.file().u32(addressTable + 4L * i));
      }
    }

    private void add(int slotIndex, long address) {
      boolean isForwarder =
          address >= directory.rva() && address - directory.rva() < directory.size();
      slot.add(slotIndex);
      rva.add(address);
      nameStart.add(-1);
      nameLength.add(0);
      nameRow.add(-1);
      forwarderStart.add(isForwarder ? directory.fileStart() + (address - directory.rva()) : -1);
    }

    private void names(PeExportDirectory row) {
      int slots = slot.count();
      nameTable = image.fileOffset(row.nameTableRva());
      ordinalTable = image.fileOffset(row.ordinalTableRva());
      nameCount = image.rowsAt(row.nameTableRva(), 4, row.nameCount(), "pe.exports.names");
      nameCount = image.rowsAt(row.ordinalTableRva(), 2, nameCount, "pe.exports.ordinals");
      int strange = 0;
      for (int i = 0; i < nameCount; i++) {
        int target = image.file().u16(ordinalTable + 2L * i);
        long nameRva = image.file().u32(nameTable + 4L * i);
        long start = image.fileOffset(nameRva);
        int length = image.stringLength(start, image.room(nameRva));
        if (target >= slots || length < 0) {
          strange++;
          continue;
        }
        name(target, i, start, length);
      }
      if (strange > 0) {
        image
            .diagnostics()
            .warn("pe.exports.names", nameTable, "names of slots", strange + " of neither");
      }
    }

    private void name(int target, int i, long start, int length) {
      int at = target;
      if (nameRow.get(target) >= 0) {
        at = slot.count();
        add(target, rva.get(target));
      }
      nameStart.set(at, start);
      nameLength.set(at, length);
      nameRow.set(at, i);
    }
  }
}
