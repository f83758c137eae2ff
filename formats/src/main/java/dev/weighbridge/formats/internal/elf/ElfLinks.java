package dev.weighbridge.formats.internal.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.STB_LOCAL;
import static dev.weighbridge.formats.elf.headers.ElfConstants.STB_WEAK;

import dev.weighbridge.formats.LinkTable;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.dynamic.ElfVersions;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;

/**
 * Tells the imports and exports of a linked ELF file: the symbols of {@code .dynsym} with their
 * versions, by which an import names its library. LSB, symbol versioning.
 */
final class ElfLinks {
  private final ElfSymbolTable symbols;
  private final ElfVersions versions;
  private final int base;

  /**
   * The links of a linked file.
   *
   * @param base row in the facts of row 0 of {@code .dynsym}
   */
  ElfLinks(ElfFile elf, int base) {
    this.symbols = elf.dynamicSymbolTable();
    this.versions = elf.versions();
    this.base = base;
  }

  void imports(LinkTable.Builder links) {
    for (int row = 0; row < symbols.count(); row++) {
      if (isLinked(row, true)) {
        links.symbol(base + row);
        versions.library(row).ifPresent(links::library);
        versions.version(row).ifPresent(links::version);
        if (symbols.binding(row) == STB_WEAK) {
          links.trait(LinkTable.Trait.OPTIONAL);
        }
      }
    }
  }

  void exports(LinkTable.Builder links) {
    for (int row = 0; row < symbols.count(); row++) {
      if (isLinked(row, false)) {
        links.symbol(base + row);
        versions.library(row).ifPresent(links::library);
        versions.version(row).ifPresent(links::version);
        if (row < versions.count() && versions.isHidden(row)) {
          links.trait(LinkTable.Trait.HIDDEN);
        }
      }
    }
  }

  private boolean isLinked(int row, boolean isImport) {
    return symbols.binding(row) != STB_LOCAL
        && symbols.isUndefined(row) == isImport
        && symbols.nameLength(row) > 0;
  }
}
