package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import java.util.List;

/**
 * States the symbols of another file about the same program: a separate debug file, or the small
 * one that a stripped file carries in {@code .gnu_debugdata}.
 *
 * <p>Its section rows are not those of the stripped file, so sections are found by name and
 * address.
 */
final class ElfCompanionSymbols {
  private final ElfFile elf;
  private final ImageBuilder image;
  private final ElfLoadedSections loaded;

  ElfCompanionSymbols(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
    loaded = new ElfLoadedSections(elf.sections());
  }

  void state(ElfFile companion, SymbolSource source) {
    ElfSymbolTable table = companion.symbolTable();
    ElfSymbolRules rules = new ElfSymbolRules(elf);
    int[] sections = sections(companion.sections());
    for (int row = 1; row < table.count(); row++) {
      ElfSymbols.unit(image, table, row);
      if (!table.isUndefined(row) && !table.isAbsolute(row) && !table.isCommon(row)) {
        long address = rules.address(table, row);
        int section = table.section(row);
        int known = section > 0 && section < sections.length ? sections[section] : -1;
        image.symbol(
            address,
            table.memorySize(row),
            known >= 0 ? known : loaded.rowAt(address),
            rules.type(table, row),
            ElfSymbols.binding(table.binding(row)),
            source,
            table.strings(),
            table.nameOffset(row),
            table.nameLength(row));
      }
    }
    image.symbolsOf(-1);
  }

  /** The rows of a companion's sections in the stripped file; -1 if it has no such. */
  private int[] sections(List<ElfSection> companion) {
    int[] rows = new int[companion.size()];
    for (int row = 0; row < rows.length; row++) {
      ElfSection wanted = companion.get(row);
      rows[row] = -1;
      for (ElfSection section : elf.sections()) {
        boolean isSame = section.address() == wanted.address();
        if (isSame && wanted.address() != 0 && section.name().equals(wanted.name())) {
          rows[row] = section.index();
        }
      }
    }
    return rows;
  }
}
