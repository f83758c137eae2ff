package dev.weighbridge.formats.internal.pe;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_REL_BASED_ABSOLUTE;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_REL_BASED_DIR64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_REL_BASED_HIGHLOW;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.relocations.PeBaseRelocationTable;

/**
 * States the base relocations: each is about what contains the place it changes, and the place
 * holds the address it refers to.
 */
final class PeBaseRelocations {
  private static final int BLOCK_HEADER = 8;
  private static final int ENTRY = 2;

  private final PeFile pe;
  private final ImageBuilder image;
  private final PeBaseRelocationTable table;

  PeBaseRelocations(PeFile pe, ImageBuilder image) {
    this.pe = pe;
    this.image = image;
    this.table = pe.baseRelocations();
  }

  void state() {
    int header = image.label("base relocation block");
    int entry = image.label("base relocation");
    for (int block = 0; block < table.blockCount(); block++) {
      long start = table.blockStart(block);
      image.structure(header, Kind.RELOCATIONS, start, BLOCK_HEADER, Subject.NONE, -1);
      for (int row = table.firstRow(block); row < table.firstRow(block + 1); row++) {
        entry(row, entry);
      }
    }
  }

  private void entry(int row, int label) {
    boolean isFiller = table.type(row) == IMAGE_REL_BASED_ABSOLUTE;
    long place = pe.imageBase() + table.rva(row);
    image.structure(
        label,
        Kind.RELOCATIONS,
        table.entryStart(row),
        ENTRY,
        isFiller ? Subject.NONE : Subject.ADDRESS,
        isFiller ? -1 : place);
    if (!isFiller) {
      image.relocation(place, table.type(row), -1, target(table.type(row), table.rva(row)));
    }
  }

  /** The address that a place holds, or -1 if it has no whole one in the file. */
  private long target(int type, long rva) {
    Bytes file = pe.bytes();
    long room = pe.room(rva);
    if (type == IMAGE_REL_BASED_DIR64 && room >= 8) {
      return file.i64(pe.fileOffset(rva));
    }
    return type == IMAGE_REL_BASED_HIGHLOW && room >= 4 ? file.u32(pe.fileOffset(rva)) : -1;
  }
}
