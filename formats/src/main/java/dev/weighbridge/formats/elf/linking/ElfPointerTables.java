package dev.weighbridge.formats.elf.linking;

import dev.weighbridge.formats.columns.Order;
import java.util.List;

/**
 * All tables of address-sized words that the linker or loader fills: the GOT, the arrays of
 * functions, the function descriptors. Immutable.
 */
public final class ElfPointerTables {
  /** No tables. */
  public static final ElfPointerTables NONE = new ElfPointerTables(List.of());

  private final List<ElfPointers> tables;
  private final long[] address;
  private final int[] order;

  ElfPointerTables(List<ElfPointers> tables) {
    this.tables = List.copyOf(tables);
    this.address = new long[tables.size()];
    for (int i = 0; i < address.length; i++) {
      address[i] = tables.get(i).section().address();
    }
    this.order = Order.ascending(address, address.length);
  }

  /** The tables in the order of their sections. */
  public List<ElfPointers> list() {
    return tables;
  }

  /**
   * Index in {@link #list} of the table that holds the byte at an address, -1 if none does; of
   * overlapping tables the one that starts last.
   */
  public int find(long wanted) {
    int found = Order.lastAtOrBefore(address, order, wanted);
    boolean isInside = found >= 0 && tables.get(order[found]).indexOf(wanted) >= 0;
    return isInside ? order[found] : -1;
  }

  @Override
  public String toString() {
    return tables.size() + " tables";
  }
}
