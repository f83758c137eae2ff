package dev.weighbridge.formats.internal.pe.code;

import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.headers.PeSection;
import java.util.List;

/** Which section of an image holds a relative virtual address. */
public final class PeAddresses {
  private final List<PeSection> sections;
  private final long[] start;
  private final int[] order;

  /** Of the sections of an image. */
  public PeAddresses(PeFile pe) {
    sections = pe.sections();
    start = new long[sections.size()];
    for (PeSection section : sections) {
      start[section.index()] = section.rva();
    }
    order = Order.ascending(start, start.length);
  }

  /** The row of the section, or {@link SymbolTable#NO_SECTION}. */
  public int section(long rva) {
    int found = rva < 0 ? -1 : Order.lastAtOrBefore(start, order, rva);
    if (found < 0) {
      return SymbolTable.NO_SECTION;
    }
    PeSection section = sections.get(order[found]);
    boolean isInside = rva - section.rva() < section.memorySize();
    return isInside ? section.index() : SymbolTable.NO_SECTION;
  }

  /** Bytes in memory from an address to the end of its section; 0 if it has none. */
  public long room(long rva) {
    int row = section(rva);
    return row < 0 ? 0 : sections.get(row).rva() + sections.get(row).memorySize() - rva;
  }

  /** Whether an address lies in a section that holds instructions. */
  public boolean isCode(long rva) {
    int row = section(rva);
    return row >= 0 && sections.get(row).isExecutable();
  }
}
