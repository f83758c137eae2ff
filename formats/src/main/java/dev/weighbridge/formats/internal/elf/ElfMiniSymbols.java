package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.ElfSection;
import dev.weighbridge.formats.elf.ElfSymbolTable;
import java.util.ArrayList;
import java.util.List;

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
    elf.miniDebugFile().ifPresent(this::state);
  }

  private void state(ElfFile mini) {
    ElfSymbolTable table = mini.symbolTable();
    ElfSymbolRules rules = new ElfSymbolRules(mini);
    LoadedSections sections = new LoadedSections(elf.sections());
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

  /** The sections that take memory, by address. */
  private static final class LoadedSections {
    private final List<ElfSection> loaded = new ArrayList<>();
    private final long[] address;
    private final int[] order;

    LoadedSections(List<ElfSection> sections) {
      for (ElfSection section : sections) {
        boolean isTemplate = section.isThreadLocal() && section.fileSize() == 0;
        if (section.memorySize() > 0 && !isTemplate) {
          loaded.add(section);
        }
      }
      address = new long[loaded.size()];
      for (int i = 0; i < address.length; i++) {
        address[i] = loaded.get(i).address();
      }
      order = Order.ascending(address, address.length);
    }

    /** The row of the section that holds an address; the last one that starts before it counts. */
    int rowAt(long wanted) {
      int low = 0;
      int high = order.length - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        if (Long.compareUnsigned(address[order[middle]], wanted) <= 0) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      if (high < 0) {
        return SymbolTable.NO_SECTION;
      }
      ElfSection section = loaded.get(order[high]);
      boolean isInside = wanted - section.address() < section.memorySize();
      return isInside ? section.index() : SymbolTable.NO_SECTION;
    }
  }
}
