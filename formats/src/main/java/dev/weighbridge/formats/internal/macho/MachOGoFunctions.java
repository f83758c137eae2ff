package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.golang.GoFunctionTable;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;

/** Names the functions of a stripped Go program by what its runtime knows of them. */
final class MachOGoFunctions {
  private static final String SECTION = "__gopclntab";

  private final MachOFile macho;
  private final ImageBuilder image;

  MachOGoFunctions(MachOFile macho, ImageBuilder image) {
    this.macho = macho;
    this.image = image;
  }

  /** Stripping leaves a few symbols; where there is one for each function it adds nothing. */
  void state() {
    for (MachOSection section : macho.sections()) {
      if (section.name().equals(SECTION) && section.offset() >= 0) {
        Bytes bytes = macho.bytes();
        long start = Math.min(section.offset(), bytes.length());
        long end = start + macho.content(section).length();
        if (GoFunctionTable.isAt(bytes, start, end)
            && GoFunctionTable.count(bytes, start) > macho.symbolTable().count()) {
          GoFunctionTable.state(image, bytes, start, end, () -> -1, (address, size) -> {});
        }
        return;
      }
    }
  }
}
