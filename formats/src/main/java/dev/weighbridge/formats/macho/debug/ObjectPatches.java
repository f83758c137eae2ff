package dev.weighbridge.formats.macho.debug;

import static dev.weighbridge.formats.macho.headers.MachOConstants.ARM64_RELOC_SUBTRACTOR;
import static dev.weighbridge.formats.macho.headers.MachOConstants.CPU_TYPE_X86_64;
import static dev.weighbridge.formats.macho.headers.MachOConstants.X86_64_RELOC_SUBTRACTOR;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.BytesCopy;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.relocations.MachORelocations;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;

/**
 * The relocations of a debug section of an object: addresses of code and data, and distances
 * between two of them. Places in other debug sections are written as they are.
 */
final class ObjectPatches {
  /** The type that writes an address, on every machine. */
  private static final int UNSIGNED = 0;

  private final MachOFile macho;
  private final MachORelocations relocations;
  private final MachOSymbolTable symbols;
  private final int subtractor;

  ObjectPatches(MachOFile macho, MachOSection section) {
    this.macho = macho;
    this.relocations = macho.relocations(section);
    this.symbols = macho.symbolTable();
    boolean isX64 = macho.header().cpuType() == CPU_TYPE_X86_64;
    this.subtractor = isX64 ? X86_64_RELOC_SUBTRACTOR : ARM64_RELOC_SUBTRACTOR;
  }

  Bytes applyTo(Bytes content) {
    BytesCopy copy = new BytesCopy(content);
    for (int row = 0; row < relocations.count(); row++) {
      long place = relocations.address(row);
      int size = relocations.size(row);
      if (!copy.contains(place, size)) {
        continue;
      }
      int at = (int) place;
      if (relocations.type(row) == UNSIGNED && !relocations.isPcRelative(row)) {
        copy.put(at, size, fileOffset(address(row, copy.number(at, size))));
      } else if (isPair(row)) {
        long distance = address(row + 1, copy.number(at, size)) - address(row, 0);
        copy.put(at, size, distance);
        row++;
      }
    }
    return copy.bytes();
  }

  /** Whether a row and the next say "the second less the first". */
  private boolean isPair(int row) {
    return relocations.type(row) == subtractor
        && row + 1 < relocations.count()
        && relocations.type(row + 1) == UNSIGNED
        && relocations.address(row + 1) == relocations.address(row);
  }

  /**
   * The address in the object that a row refers to: a symbol and more, or what is written there.
   */
  private long address(int row, long written) {
    int symbol = relocations.symbol(row);
    boolean isKnown =
        relocations.isExternal(row) && symbol < symbols.count() && symbols.isDefined(symbol);
    return isKnown ? symbols.value(symbol) + written : written;
  }

  private long fileOffset(long address) {
    for (MachOSection home : macho.sections()) {
      if (home.fileSize() > 0 && home.contains(address)) {
        return home.offset() + (address - home.address());
      }
    }
    return address;
  }
}
