package dev.weighbridge.formats.pe;

import static dev.weighbridge.formats.pe.PeConstants.IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT;
import static dev.weighbridge.formats.pe.PeConstants.IMAGE_DIRECTORY_ENTRY_IMPORT;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Limits;

/** Reads import descriptors and the tables they point at, until the empty row that ends each. */
final class PeImportReader {
  private final PeImage image;
  private final Bytes file;
  private final PeLayout layout;
  private final int slotSize;
  private final PeImportTable.Builder table;

  PeImportReader(PeImage image) {
    this.image = image;
    this.file = image.file();
    this.layout = image.layout();
    this.slotSize = image.is64Bit() ? 8 : 4;
    this.table = new PeImportTable.Builder(file, slotSize);
  }

  /** The imports that the loader resolves before the program starts. */
  PeImportTable imports() {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_IMPORT, "pe.imports");
    int size = image.rows().rowSize(PeHeaders.IMPORT_DESCRIPTOR);
    // The size of the directory is not binding; the empty descriptor is.
    long end = area.isEmpty() ? 0 : area.fileStart() + layout.room(area.rva());
    for (long at = area.fileStart(); at + size <= end && hasRoom(); at += size) {
      PeImportDescriptor row = image.rows().importDescriptor(at);
      if (row.isLast()) {
        break;
      }
      library(at, size, row);
    }
    return table.freeze();
  }

  /**
   * The imports resolved when first used.
   *
   * @param imageBase subtracted from the addresses of old tables, which are not relative
   */
  PeImportTable delayImports(long imageBase) {
    PeArea area = image.directory(IMAGE_DIRECTORY_ENTRY_DELAY_IMPORT, "pe.delay_imports");
    int size = image.rows().rowSize(PeHeaders.DELAY_IMPORT_DESCRIPTOR);
    long end = area.isEmpty() ? 0 : area.fileStart() + layout.room(area.rva());
    for (long at = area.fileStart(); at + size <= end && hasRoom(); at += size) {
      PeImportDescriptor row = image.rows().delayImportDescriptor(at, imageBase);
      if (row.isLast()) {
        break;
      }
      library(at, size, row);
    }
    return table.freeze();
  }

  /** Descriptors may share their tables, so what they come to together is capped. */
  private boolean hasRoom() {
    boolean hasRoom =
        table.count() < Limits.MAX_IMPORTS && table.libraryCount() < Limits.MAX_LIBRARIES;
    if (!hasRoom) {
      image.diagnostics().warn("pe.imports", -1, "fewer imports", table.count() + " and more");
    }
    return hasRoom;
  }

  private void library(long at, int size, PeImportDescriptor row) {
    long lookupRva = row.lookupTableRva();
    long addressRva = row.addressTableRva();
    String name = image.string(row.nameRva(), "pe.imports.Name");
    int first = table.count();
    long lookup = layout.fileOffset(lookupRva);
    long rows = layout.room(lookupRva) / slotSize;
    boolean hasLookup = lookupRva != addressRva;
    for (long i = 0; i < rows && table.count() < Limits.MAX_IMPORTS; i++) {
      long value = slotSize == 8 ? file.i64(lookup + 8 * i) : file.i32(lookup + 4 * i);
      if (value == 0) {
        break;
      }
      add(value, hasLookup ? lookup + i * slotSize : -1, addressRva + i * slotSize);
    }
    long nameStart = name.isEmpty() ? -1 : layout.fileOffset(row.nameRva());
    table.library(name, nameStart, first, at, at + size);
  }

  /** The top bit, which is the sign, marks an ordinal; PE Format, Import Lookup Table. */
  private void add(long value, long lookup, long slotRva) {
    long slotStart = layout.room(slotRva) >= slotSize ? layout.fileOffset(slotRva) : -1;
    if (value < 0) {
      table.add((int) (value & 0xFFFF), -1, 0, lookup, slotRva, slotStart);
      return;
    }
    long room = layout.room(value);
    long hint = room > 2 ? layout.fileOffset(value) : -1;
    int length = hint < 0 ? -1 : image.stringLength(hint + 2, room - 2);
    boolean hasName = length >= 0;
    table.add(-1, hasName ? hint + 2 : -1, hasName ? length : 0, lookup, slotRva, slotStart);
  }
}
