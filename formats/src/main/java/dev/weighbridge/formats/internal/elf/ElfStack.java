package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.ElfStackSizes;

/** States how much stack functions take, and for each record which function it is there for. */
final class ElfStack {
  private ElfStack() {}

  static void state(ElfFile elf, ImageBuilder image) {
    ElfStackSizes sizes = elf.stackSizes();
    image.reserve(0, sizes.count(), 0);
    int label = image.label("stack size");
    Subject known = elf.isRelocatable() ? Subject.OFFSET : Subject.ADDRESS;
    for (int row = 0; row < sizes.count(); row++) {
      long function = sizes.function(row);
      Subject subject = function == -1 ? Subject.NONE : known;
      long start = sizes.fileStart(row);
      image.structure(label, Kind.OTHER, start, sizes.fileEnd(row) - start, subject, function);
      if (function != -1) {
        image.stack(function, sizes.stack(row));
      }
    }
  }
}
