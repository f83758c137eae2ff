package dev.weighbridge.formats.elf.debug;

import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.List;

/**
 * Where the symbols of an object lie for its debug information: in loaded sections by file offset,
 * since those have no addresses yet and file offsets take their part; in debug sections by the
 * offset in all sections of that name, one behind the other.
 */
final class SymbolPlaces {
  private final long[] bases;

  /**
   * The places in an object.
   *
   * @param sections all its sections
   * @param starts where each debug section begins among those of its name, by row
   */
  SymbolPlaces(List<ElfSection> sections, long[] starts) {
    bases = new long[sections.size()];
    for (ElfSection section : sections) {
      bases[section.index()] = section.isLoaded() ? section.offset() : starts[section.index()];
    }
  }

  /** The place of a symbol; its plain value if it is defined elsewhere. */
  long of(ElfSymbolTable symbols, int symbol) {
    if (symbol <= 0 || symbol >= symbols.count()) {
      return 0;
    }
    int section = symbols.section(symbol);
    boolean isHere = section > 0 && section < bases.length;
    return symbols.value(symbol) + (isHere ? bases[section] : 0);
  }
}
