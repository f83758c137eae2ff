package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_FINI;
import static dev.weighbridge.formats.elf.headers.ElfConstants.DT_INIT;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.Subject;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.dynamic.ElfDynamicEntry;
import dev.weighbridge.formats.elf.dynamic.ElfGnuHashTable;
import dev.weighbridge.formats.elf.dynamic.ElfHashTable;
import dev.weighbridge.formats.elf.dynamic.ElfVersion;
import dev.weighbridge.formats.elf.dynamic.ElfVersionDefinition;
import dev.weighbridge.formats.elf.dynamic.ElfVersionNeed;
import dev.weighbridge.formats.elf.dynamic.ElfVersions;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.linking.ElfPltSlot;
import dev.weighbridge.formats.elf.linking.ElfPointers;

/** States what an ELF file has for the dynamic linker, and which symbol each row is about. */
final class ElfLinkingFacts {
  private final ElfFile elf;
  private final ImageBuilder image;
  private final int dynamicBase;

  /**
   * The facts of one file.
   *
   * @param dynamicBase row in the facts of row 0 of {@code .dynsym}
   */
  ElfLinkingFacts(ElfFile elf, ImageBuilder image, int dynamicBase) {
    this.elf = elf;
    this.image = image;
    this.dynamicBase = dynamicBase;
  }

  void state() {
    wholeTables();
    libraries();
    dynamicEntries();
    versions();
    hashChains();
    pointers();
    pltSlots();
  }

  /** In a file without section headers, the tables as wholes; their rows lie inside. */
  private void wholeTables() {
    if (!elf.sections().isEmpty()) {
      return;
    }
    for (ElfSection table : elf.tableSections()) {
      Kind kind = ElfKinds.of(table, false);
      image.structure(table.name(), kind, table.offset(), elf.content(table).length());
    }
  }

  private void libraries() {
    for (String library : elf.dynamic().needed()) {
      image.library(library);
    }
  }

  private void dynamicEntries() {
    int label = image.label("dynamic entry");
    for (ElfDynamicEntry entry : elf.dynamic().entries()) {
      long size = entry.fileEnd() - entry.fileStart();
      boolean isFunction = entry.tag() == DT_INIT || entry.tag() == DT_FINI;
      image.structure(
          label,
          Kind.LINKING,
          entry.fileStart(),
          size,
          isFunction ? Subject.ADDRESS : Subject.NONE,
          isFunction ? entry.value() : -1);
    }
  }

  private void versions() {
    ElfVersions versions = elf.versions();
    int index = image.label("symbol version");
    int count = Math.min(versions.count(), elf.dynamicSymbolTable().count());
    for (int row = 0; row < count; row++) {
      aboutSymbol(index, versions.fileStart(row), 2, row);
    }
    for (ElfVersionNeed need : versions.needs()) {
      version("version need", need.fileStart(), need.fileEnd());
      for (ElfVersion version : need.versions()) {
        version("version need", version.fileStart(), version.fileEnd());
      }
    }
    for (ElfVersionDefinition definition : versions.definitions()) {
      version("version definition", definition.fileStart(), definition.fileEnd());
      for (ElfVersion version : definition.names()) {
        version("version definition", version.fileStart(), version.fileEnd());
      }
    }
  }

  private void version(String label, long start, long end) {
    image.structure(label, Kind.LINKING, start, end - start);
  }

  private void hashChains() {
    int label = image.label("hash chain");
    int symbols = elf.dynamicSymbolTable().count();
    if (elf.hashTable().isPresent()) {
      ElfHashTable table = elf.hashTable().get();
      for (int row = 0; row < Math.min(table.chainCount(), symbols); row++) {
        aboutSymbol(label, table.chainStart(row), table.wordSize(), row);
      }
    }
    if (elf.gnuHashTable().isPresent()) {
      ElfGnuHashTable table = elf.gnuHashTable().get();
      int first = table.firstSymbol();
      for (int i = 0; i < table.chainCount() && i < symbols - first; i++) {
        aboutSymbol(label, table.chainStart() + 4L * i, 4, first + i);
      }
    }
  }

  private void pointers() {
    for (ElfPointers pointers : elf.pointers().list()) {
      int label =
          image.label(
              switch (pointers.use()) {
                case OFFSET_TABLE -> "GOT slot";
                case FUNCTION_ARRAY -> "function pointer";
                case DESCRIPTORS -> "function descriptor";
              });
      for (int i = 0; i < pointers.count(); i++) {
        int leader = pointers.leader(i);
        slot(
            label,
            pointers.fileStart(i),
            pointers.wordSize(),
            pointers.symbol(leader),
            pointers.target(leader));
      }
    }
  }

  private void pltSlots() {
    int label = image.label("PLT slot");
    for (ElfPltSlot slot : elf.pltSlots()) {
      slot(
          label, slot.fileStart(), slot.fileEnd() - slot.fileStart(), slot.symbol(), slot.target());
    }
  }

  /** A slot about a symbol, else about an address, else nothing known: left to its section. */
  private void slot(int label, long start, long size, int symbol, long target) {
    if (symbol > 0 && symbol < elf.dynamicSymbolTable().count()) {
      aboutSymbol(label, start, size, symbol);
    } else if (target != -1) {
      image.structure(label, Kind.LINKING, start, size, Subject.ADDRESS, target);
    }
  }

  private void aboutSymbol(int label, long start, long size, int symbol) {
    if (symbol == 0) {
      image.structure(label, Kind.LINKING, start, size, Subject.NONE, -1);
    } else {
      image.structure(label, Kind.LINKING, start, size, Subject.SYMBOL, dynamicBase + symbol);
    }
  }
}
