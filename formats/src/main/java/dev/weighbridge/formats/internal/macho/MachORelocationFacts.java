package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.relocations.MachORelocations;
import dev.weighbridge.formats.work.Work;

/** States the relocations of a relocatable file, each about the place it patches. */
final class MachORelocationFacts {
  private static final int RELOCATION_SIZE = 8;

  private final MachOFile macho;
  private final ImageBuilder image;

  MachORelocationFacts(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  /** Stops when there are more than the file has room for: then tables overlap over and over. */
  void state() {
    long room = macho.bytes().length() / RELOCATION_SIZE;
    for (MachOSection section : macho.sections()) {
      room -= section.relocationCount();
      if (room < 0) {
        image.diagnostics().error("macho.relocations", -1, "tables of their own bytes", "others");
        return;
      }
      if (section.relocationCount() > 0) {
        state(section, new RelocatedPlaces(macho, section));
      }
    }
  }

  private void state(MachOSection section, RelocatedPlaces places) {
    int label = image.label("relocation");
    MachORelocations rows = places.relocations();
    for (int row = 0; row < rows.count(); row++) {
      Work.checkAt(row);
      long place = section.offset() + rows.address(row);
      int symbol = rows.isExternal(row) ? rows.symbol(row) : -1;
      boolean isSymbol = symbol >= 0 && symbol < macho.symbolTable().count();
      image.relocation(
          place,
          rows.type(row),
          isSymbol ? symbol : -1,
          places.target(row, value(rows, row, place)));
      long start = rows.fileStart(row);
      long size = rows.fileStart(row + 1) - start;
      image.structure(label, Kind.RELOCATIONS, start, size, Subject.OFFSET, place);
    }
  }

  /** The number at the place: what is added to the target. */
  private long value(MachORelocations rows, int row, long place) {
    Bytes bytes = macho.bytes();
    int size = rows.size(row);
    if (size < 4 || !bytes.contains(place, size)) {
      return 0;
    }
    return size == 8 ? bytes.i64(place) : bytes.u32(place);
  }
}
