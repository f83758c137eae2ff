package dev.weighbridge.formats.pe.imports;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.pe.headers.PeImage;
import dev.weighbridge.formats.problems.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an image takes from libraries, as columns: at once, or delayed until first used. PE Format,
 * The .idata Section and Delay-Load Import Tables.
 *
 * <p>Rows are grouped by library, in the order of the file. Immutable.
 */
public final class PeImportTable {
  /**
   * One library.
   *
   * @param index its row
   * @param name its file name
   * @param nameStart file offset of that name, or -1 if it cannot be read
   * @param firstImport row of its first import
   * @param importCount how many imports it provides
   * @param fileStart first byte of its descriptor in the file
   * @param fileEnd end of its descriptor, exclusive
   */
  public record Library(
      int index,
      String name,
      long nameStart,
      int firstImport,
      int importCount,
      long fileStart,
      long fileEnd) {
    /** Refuses null. */
    public Library {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * One import.
   *
   * @param index its row
   * @param library the library that provides it
   * @param name its name; empty if it is imported by ordinal
   * @param ordinal its number, or -1 if it is imported by name
   * @param hint where the library's export table probably has the name; 0 if by ordinal
   * @param slotRva address of the pointer that the loader fills in, relative to the image base
   */
  public record Import(
      int index, String library, String name, int ordinal, int hint, long slotRva) {
    /** Refuses null. */
    public Import {
      Objects.requireNonNull(library, "library");
      Objects.requireNonNull(name, "name");
    }
  }

  private final Bytes file;
  private final int slotSize;
  private final List<Library> libraries;
  private final int[] library;
  private final int[] ordinal;
  private final long[] nameStart;
  private final int[] nameLength;
  private final long[] lookupStart;
  private final long[] slotRva;
  private final long[] slotStart;

  private PeImportTable(Reader reader) {
    file = reader.file;
    slotSize = reader.slotSize;
    libraries = List.copyOf(reader.libraries);
    library = reader.library.freeze();
    ordinal = reader.ordinal.freeze();
    nameStart = reader.nameStart.freeze();
    nameLength = reader.nameLength.freeze();
    lookupStart = reader.lookupStart.freeze();
    slotRva = reader.slotRva.freeze();
    slotStart = reader.slotStart.freeze();
  }

  /** Reads the imports of descriptors, in their order, as far as there is room for them. */
  public static PeImportTable read(PeImage image, List<PeImportDescriptor> descriptors) {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(descriptors, "descriptors");
    Reader reader = new Reader(image);
    reader.read(descriptors);
    return new PeImportTable(reader);
  }

  /** The libraries in the order of the file. */
  public List<Library> libraries() {
    return libraries;
  }

  /** How many imports there are. */
  public int count() {
    return library.length;
  }

  /** Index in {@link #libraries()} of the library that provides an import. */
  public int library(int row) {
    return library[row];
  }

  /** The number of an import by ordinal, or -1 if it is by name. */
  public int ordinal(int row) {
    return ordinal[row];
  }

  /** The hint before the name; 0 if the import is by ordinal. */
  public int hint(int row) {
    return nameStart[row] < 0 ? 0 : file.u16(nameStart[row] - 2);
  }

  /** File offset of the name, two bytes after that of the hint; -1 if the import has none. */
  public long nameStart(int row) {
    return nameStart[row];
  }

  /** Bytes of the name without the NUL; 0 if it has none. */
  public int nameLength(int row) {
    return nameLength[row];
  }

  /** The name; empty if the import is by ordinal. */
  public String name(int row) {
    return nameStart[row] < 0 ? "" : file.text(nameStart[row], nameStart[row] + nameLength[row]);
  }

  /** File offset of the row in the lookup table; -1 if the image has only the address table. */
  public long lookupStart(int row) {
    return lookupStart[row];
  }

  /** Address of the pointer that the loader fills in, relative to the image base. */
  public long slotRva(int row) {
    return slotRva[row];
  }

  /** File offset of that pointer, or -1 if it has no bytes in the file. */
  public long slotStart(int row) {
    return slotStart[row];
  }

  /** Bytes of a pointer and of a row of the lookup table: 4 or 8. */
  public int slotSize() {
    return slotSize;
  }

  /** One row as an object. */
  public Import row(int row) {
    String from = libraries.get(library[row]).name();
    return new Import(row, from, name(row), ordinal[row], hint(row), slotRva[row]);
  }

  /** All rows as objects. */
  public Stream<Import> stream() {
    return IntStream.range(0, count()).mapToObj(this::row);
  }

  @Override
  public String toString() {
    return count() + " imports of " + libraries.size() + " libraries";
  }

  /** Reads the lookup tables of descriptors, one library after the other. */
  private static final class Reader {
    private final PeImage image;
    private final Bytes file;
    private final int slotSize;
    private final List<Library> libraries = new ArrayList<>();
    private final IntColumn library = new IntColumn(0);
    private final IntColumn ordinal = new IntColumn(0);
    private final LongColumn nameStart = new LongColumn(0);
    private final IntColumn nameLength = new IntColumn(0);
    private final LongColumn lookupStart = new LongColumn(0);
    private final LongColumn slotRva = new LongColumn(0);
    private final LongColumn slotStart = new LongColumn(0);

    Reader(PeImage image) {
      this.image = image;
      this.file = image.file();
      this.slotSize = image.is64Bit() ? 8 : 4;
    }

    int count() {
      return library.count();
    }

    void read(List<PeImportDescriptor> descriptors) {
      for (PeImportDescriptor descriptor : descriptors) {
        if (!hasRoom()) {
          break;
        }
        read(descriptor);
      }
    }

    /** Descriptors may share their tables, so what they come to together is capped. */
    private boolean hasRoom() {
      boolean hasRoom = count() < Limits.MAX_IMPORTS && libraries.size() < Limits.MAX_LIBRARIES;
      if (!hasRoom) {
        image.diagnostics().warn("pe.imports", -1, "fewer imports", count() + " and more");
      }
      return hasRoom;
    }

    private void read(PeImportDescriptor descriptor) {
      long lookupRva = descriptor.lookupTableRva();
      long addressRva = descriptor.addressTableRva();
      String name = image.string(descriptor.nameRva(), "pe.imports.Name");
      int first = count();
      long lookup = image.fileOffset(lookupRva);
      long rows = image.room(lookupRva) / slotSize;
      boolean hasLookup = lookupRva != addressRva;
      for (long i = 0; i < rows && count() < Limits.MAX_IMPORTS; i++) {
        long value = slotSize == 8 ? file.i64(lookup + 8 * i) : file.i32(lookup + 4 * i);
        if (value == 0) {
          break;
        }
        add(value, hasLookup ? lookup + i * slotSize : -1, addressRva + i * slotSize);
      }
      long nameOffset = name.isEmpty() ? -1 : image.fileOffset(descriptor.nameRva());
      libraries.add(
          new Library(
              libraries.size(),
              name,
              nameOffset,
              first,
              count() - first,
              descriptor.fileStart(),
              descriptor.fileEnd()));
    }

    /** The top bit, which is the sign, marks an ordinal; PE Format, Import Lookup Table. */
    private void add(long value, long lookup, long slot) {
      long slotOffset = image.room(slot) >= slotSize ? image.fileOffset(slot) : -1;
      if (value < 0) {
        add((int) (value & 0xFFFF), -1, 0, lookup, slot, slotOffset);
        return;
      }
      long room = image.room(value);
      long hint = room > 2 ? image.fileOffset(value) : -1;
      int length = hint < 0 ? -1 : image.stringLength(hint + 2, room - 2);
      boolean hasName = length >= 0;
      add(-1, hasName ? hint + 2 : -1, hasName ? length : 0, lookup, slot, slotOffset);
    }

    /** Adds an import of the next library. */
    private void add(int number, long name, int length, long lookup, long slot, long slotOffset) {
      library.add(libraries.size());
      ordinal.add(number);
      nameStart.add(name);
      nameLength.add(length);
      lookupStart.add(lookup);
      slotRva.add(slot);
      slotStart.add(slotOffset);
    }
  }
}
