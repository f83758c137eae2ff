package dev.weighbridge.formats.internal.elf;

import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.elf.headers.ElfSection;
import java.util.ArrayList;
import java.util.List;

/** The sections that take memory, by address. */
final class ElfLoadedSections {
  private final List<ElfSection> loaded = new ArrayList<>();
  private final long[] address;
  private final int[] order;

  ElfLoadedSections(List<ElfSection> sections) {
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
    int found = Order.lastAtOrBefore(address, order, wanted);
    if (found < 0) {
      return SymbolTable.NO_SECTION;
    }
    ElfSection section = loaded.get(order[found]);
    boolean isInside = Long.compareUnsigned(wanted - section.address(), section.memorySize()) < 0;
    return isInside ? section.index() : SymbolTable.NO_SECTION;
  }
}
