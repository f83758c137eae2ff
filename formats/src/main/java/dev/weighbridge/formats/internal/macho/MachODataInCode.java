package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.functions.DataInCode;

/** States the rows that mark data between instructions, each about the function it lies in. */
final class MachODataInCode {
  private final MachOFile macho;
  private final ImageBuilder image;

  MachODataInCode(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  void state() {
    DataInCode data = macho.dataInCode();
    int label = image.label("data in code");
    for (int row = 0; row < data.count(); row++) {
      long start = data.fileStart(row);
      long size = data.fileStart(row + 1) - start;
      image.structure(label, Kind.LINKING, start, size, Subject.OFFSET, data.offset(row));
    }
  }
}
