package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.ElfSymbolTable;
import java.util.Optional;

/**
 * States the symbols of the mini debug file that a stripped file carries in {@code .gnu_debugdata}.
 *
 * <p>Its section rows are not those of the outer file, so sections are found by address.
 */
final class ElfMiniSymbols {
  private final ElfFile elf;
  private final ImageBuilder image;

  ElfMiniSymbols(ElfFile elf, ImageBuilder image) {
    this.elf = elf;
    this.image = image;
  }

  void state() {
    Optional<ElfFile> mini = elf.miniDebugFile();
    if (mini.isPresent()) {
      state(mini.get());
    }
  }

  private void state(ElfFile mini) {
    ElfSymbolTable table = mini.symbolTable();
    ElfSymbolRules rules = new ElfSymbolRules(mini);
    ElfLoadedSections sections = new ElfLoadedSections(elf.sections());
    for (int row = 1; row < table.count(); row++) {
      if (!table.isUndefined(row) && !table.isAbsolute(row) && !table.isCommon(row)) {
        long address = rules.address(table, row);
        image.symbol(
            address,
            table.memorySize(row),
            sections.rowAt(address),
            rules.type(table, row),
            ElfSymbols.binding(table.binding(row)),
            SymbolSource.MINI_TABLE,
            table.strings(),
            table.nameOffset(row),
            table.nameLength(row));
      }
    }
  }
}
