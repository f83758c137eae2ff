package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.pe.symbols.PeSymbols;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeConstants;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.relocations.PeRelocationTable;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import dev.weighbridge.formats.work.Work;
import java.util.List;

/**
 * States what only objects have: relocations by section, and function tables whose addresses the
 * relocations fill in.
 */
final class PeObjectFacts {
  private static final int ENTRY = 12;

  private final PeFile pe;
  private final Bytes file;
  private final ImageBuilder image;
  private final PeSymbols symbols;
  private final PeSymbolTable table;

  PeObjectFacts(PeFile pe, ImageBuilder image, PeSymbols symbols) {
    this.pe = pe;
    this.file = pe.bytes();
    this.image = image;
    this.symbols = symbols;
    this.table = pe.symbolTable();
  }

  void state() {
    boolean isX64 = pe.header().machine() == PeConstants.IMAGE_FILE_MACHINE_AMD64;
    for (PeSection section : pe.sections()) {
      PeRelocationTable relocations = pe.relocations(section);
      relocations(section, relocations);
      if (isX64 && section.name().startsWith(".pdata")) {
        functions(section, relocations);
      }
    }
  }

  private void relocations(PeSection section, PeRelocationTable relocations) {
    int label = image.label("relocation");
    for (int row = 0; row < relocations.count(); row++) {
      Work.checkAt(row);
      long place = section.rawOffset() + relocations.place(row);
      int symbol = symbols.factRow(relocations.symbol(row));
      image.relocation(place, relocations.type(row), symbol, -1);
      long start = relocations.fileStart(row);
      long size = relocations.fileStart(row + 1) - start;
      image.structure(label, Kind.RELOCATIONS, start, size, Subject.OFFSET, place);
    }
  }

  /** A row begins and ends where its first two relocations point; x64 exception handling. */
  private void functions(PeSection section, PeRelocationTable relocations) {
    int label = image.label("function table row");
    int info = image.label("unwind information");
    for (int row = 0; row + 2 < relocations.count(); row++) {
      long place = relocations.place(row);
      boolean isEntry =
          place % ENTRY == 0
              && relocations.place(row + 1) == place + 4
              && relocations.place(row + 2) == place + 8;
      if (!isEntry || place + ENTRY > section.fileSize()) {
        continue;
      }
      long at = section.rawOffset() + place;
      long begin = target(relocations.symbol(row), at);
      long end = target(relocations.symbol(row + 1), at + 4);
      if (begin < 0 || end <= begin) {
        continue;
      }
      image.function(begin, end - begin, begin, ExtentEvidence.PDATA);
      image.structure(label, Kind.UNWIND, at, ENTRY, Subject.OFFSET, begin);
      long unwind = target(relocations.symbol(row + 2), at + 8);
      if (unwind >= 0 && file.contains(unwind, 4)) {
        long size = 4 + 2L * (file.u8(unwind + 2) + 1 & ~1);
        image.structure(info, Kind.UNWIND, unwind, size, Subject.OFFSET, begin);
      }
    }
  }

  /** File offset of what a place will point at: its symbol and the number it holds; or -1. */
  private long target(int symbol, long place) {
    if (symbol < 0 || symbol >= table.count() || !file.contains(place, 4)) {
      return -1;
    }
    int number = table.section(symbol);
    List<PeSection> sections = pe.sections();
    if (number < 1 || number > sections.size()) {
      return -1;
    }
    PeSection home = sections.get(number - 1);
    long inside = table.value(symbol) + file.u32(place);
    return inside <= home.fileSize() ? home.rawOffset() + inside : -1;
  }
}
