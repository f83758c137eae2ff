package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_ANDROID_RELR;
import static dev.weighbridge.formats.elf.headers.ElfConstants.SHT_RELR;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.linking.ElfPointers;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.work.Work;

/**
 * States the relocations of an ELF file and what their records are about: the symbol, for records
 * that only import one; what the GOT slot is about, for records that fill a slot; else the place.
 */
final class ElfRelocationFacts {
  private final ElfFile elf;
  private final ImageBuilder image;
  private final int dynamicBase;
  private final int label;

  /**
   * The facts of one file.
   *
   * @param dynamicBase row in the facts of row 0 of {@code .dynsym}
   */
  ElfRelocationFacts(ElfFile elf, ImageBuilder image, int dynamicBase) {
    this.elf = elf;
    this.image = image;
    this.dynamicBase = dynamicBase;
    this.label = image.label("relocation");
  }

  void state() {
    for (ElfRelocations table : elf.relocations()) {
      if (isLeftOver(elf, table)) {
        leftOver(table);
        continue;
      }
      boolean isPacked =
          table.section().type() == SHT_RELR || table.section().type() == SHT_ANDROID_RELR;
      long lastRecord = -1;
      for (int row = 0; row < table.count(); row++) {
        Work.tellAt("reading relocations", row, table.count());
        relocation(table, row);
        long record = table.fileStart(row);
        if (!isPacked || record != lastRecord) {
          record(table, row);
        }
        lastRecord = record;
      }
    }
  }

  /** Whether a table is stated as a whole, not record by record. */
  static boolean isLeftOver(ElfFile elf, ElfRelocations table) {
    return !elf.isRelocatable() && !table.patchesAddresses();
  }

  /**
   * States a table that {@code --emit-relocs} has left for a section that is not loaded, such as
   * debug information: as a whole, because it patches nothing any more, and a kernel has more than
   * ten million such records.
   */
  private void leftOver(ElfRelocations table) {
    if (table.count() > 0) {
      long start = table.fileStart(0);
      long size = table.fileEnd(table.count() - 1) - start;
      image.structure(label, Kind.RELOCATIONS, start, size, Subject.NONE, -1);
    }
  }

  private void relocation(ElfRelocations table, int row) {
    long place = elf.isRelocatable() ? table.patchedOffset(row) : table.place(row);
    if (elf.isRelocatable() ? place >= 0 : table.patchesAddresses()) {
      long target = !elf.isRelocatable() && isOfDescriptor(place) ? -1 : table.target(row);
      image.relocation(place, table.type(row), symbol(table, row), target);
    }
  }

  private void record(ElfRelocations table, int row) {
    if (table.patchesAddresses()) {
      linkedRecord(table, row);
      return;
    }
    long offset = table.patchedOffset(row);
    if (offset < 0) {
      add(table, row, Subject.NONE, -1);
    } else {
      add(table, row, Subject.OFFSET, offset);
    }
  }

  private void linkedRecord(ElfRelocations table, int row) {
    int symbol = symbol(table, row);
    boolean importsOnly =
        switch (table.role(row)) {
          case COPY, GLOB_DAT, JUMP_SLOT -> true;
          default -> false;
        };
    long place = table.place(row);
    if (symbol >= 0 && (importsOnly || isSlot(place))) {
      add(table, row, Subject.SYMBOL, symbol);
    } else if (isOfDescriptor(place)) {
      ElfPointers descriptors = elf.pointers().list().get(elf.pointers().find(place));
      int leader = descriptors.leader(descriptors.indexOf(place));
      add(table, row, Subject.ADDRESS, descriptors.target(leader));
    } else if (table.target(row) != -1 && isSlot(place)) {
      add(table, row, Subject.ADDRESS, table.target(row));
    } else {
      add(table, row, Subject.ADDRESS, place);
    }
  }

  /** Whether a place is a word of a descriptor behind the first: no code is there. */
  private boolean isOfDescriptor(long place) {
    int found = elf.pointers().find(place);
    if (found < 0) {
      return false;
    }
    ElfPointers pointers = elf.pointers().list().get(found);
    int word = pointers.indexOf(place);
    return word >= 0 && pointers.leader(word) != word;
  }

  private boolean isSlot(long place) {
    return elf.pointers().find(place) >= 0;
  }

  private void add(ElfRelocations table, int row, Subject subject, long about) {
    long start = table.fileStart(row);
    long size = table.fileEnd(row) - start;
    image.structure(label, Kind.RELOCATIONS, start, size, subject, about);
  }

  /** Row in the facts of the symbol a relocation refers to, -1 if none. */
  private int symbol(ElfRelocations table, int row) {
    int symbol = table.symbol(row);
    if (symbol <= 0 || symbol >= table.symbols().count()) {
      return -1;
    }
    return table.usesDynamicSymbols() ? dynamicBase + symbol : symbol;
  }
}
