package dev.weighbridge.formats.pe.debug;

import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_AMD64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARM64;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_ARMNT;
import static dev.weighbridge.formats.pe.headers.PeConstants.IMAGE_FILE_MACHINE_I386;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.BytesCopy;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import dev.weighbridge.formats.pe.relocations.PeRelocationTable;
import dev.weighbridge.formats.pe.symbols.PeSymbolTable;
import java.util.List;

/**
 * The relocations of a debug section of an object: addresses, and places in other sections. PE
 * Format, COFF Relocations, Type Indicators.
 */
final class ObjectPatches {
  /** What a type does, of those that debug sections have. */
  private enum Patch {
    NONE(0),
    /** Writes an address of four bytes. */
    ADDRESS_32(4),
    /** Writes an address of eight bytes. */
    ADDRESS_64(8),
    /** Writes an offset from the start of the symbol's section. */
    SECTION_OFFSET(4);

    private final int size;

    Patch(int size) {
      this.size = size;
    }
  }

  private final PeRelocationTable relocations;
  private final PeSymbolTable symbols;
  private final List<PeSection> sections;
  private final int machine;

  ObjectPatches(PeFile pe, PeSection section) {
    relocations = pe.relocations(section);
    symbols = pe.symbolTable();
    sections = pe.sections();
    machine = pe.header().machine();
  }

  Bytes applyTo(Bytes content) {
    BytesCopy copy = new BytesCopy(content);
    for (int row = 0; row < relocations.count(); row++) {
      Patch patch = patch(relocations.type(row));
      long place = relocations.place(row);
      if (patch != Patch.NONE && copy.contains(place, patch.size)) {
        int at = (int) place;
        long symbol = place(relocations.symbol(row), patch == Patch.SECTION_OFFSET);
        copy.put(at, patch.size, symbol + copy.number(at, patch.size));
      }
    }
    return copy.bytes();
  }

  /** {@code IMAGE_REL_AMD64_ADDR64}, {@code ADDR32} and {@code SECREL}, and those of others. */
  private Patch patch(int type) {
    return switch (machine) {
      case IMAGE_FILE_MACHINE_AMD64 -> patch(type, 2, 1, 11);
      case IMAGE_FILE_MACHINE_ARM64 -> patch(type, 1, 14, 8);
      case IMAGE_FILE_MACHINE_I386 -> patch(type, 6, -1, 11);
      case IMAGE_FILE_MACHINE_ARMNT -> patch(type, 1, -1, 15);
      default -> Patch.NONE;
    };
  }

  private static Patch patch(int type, int address32, int address64, int sectionOffset) {
    if (type == address64) {
      return Patch.ADDRESS_64;
    }
    if (type == sectionOffset) {
      return Patch.SECTION_OFFSET;
    }
    return type == address32 ? Patch.ADDRESS_32 : Patch.NONE;
  }

  /** Place of a symbol in its section, or the file offset of that place. */
  private long place(int symbol, boolean inSection) {
    if (symbol < 0 || symbol >= symbols.count()) {
      return 0;
    }
    int number = symbols.section(symbol);
    boolean isHere = number > 0 && number <= sections.size();
    long base = isHere && !inSection ? sections.get(number - 1).rawOffset() : 0;
    return symbols.value(symbol) + base;
  }
}
