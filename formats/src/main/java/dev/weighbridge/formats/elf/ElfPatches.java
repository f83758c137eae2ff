package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_LOONGARCH;
import static dev.weighbridge.formats.elf.headers.ElfConstants.EM_RISCV;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.elf.headers.ElfImage;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.unwind.PointerRules;

/**
 * What the relocations of a relocatable file put into one section, asked by place. Addresses are
 * file offsets, since sections have none yet.
 */
final class ElfPatches implements PointerRules.Relocations {
  /** What a pointer to a symbol of another file means. */
  private static final long UNKNOWN = -1;

  private final ElfRelocations table;
  private final ElfImage image;
  private final ElfSection patched;
  private final int[] order;
  private final int machine;

  ElfPatches(ElfRelocations table, ElfImage image, ElfSection patched) {
    this.table = table;
    this.image = image;
    this.patched = patched;
    this.machine = image.header().machine();
    long[] places = new long[table.count()];
    for (int row = 0; row < places.length; row++) {
      places[row] = table.place(row);
    }
    this.order = Order.ascending(places, places.length);
  }

  @Override
  public long target(long place, long value) {
    for (int i = first(place); isAt(i, place); i++) {
      int row = order[i];
      if (table.type(row) != 0 && sign(row) == 0) {
        return address(row, value);
      }
    }
    return PointerRules.NOT_RELOCATED;
  }

  @Override
  public long number(long place, long value) {
    long sum = value;
    for (int i = first(place); isAt(i, place); i++) {
      int row = order[i];
      sum += sign(row) * address(row, 0);
    }
    return sum;
  }

  /** 1 for a relocation that adds an address, -1 for one that subtracts it, 0 for any other. */
  private int sign(int row) {
    int type = table.type(row);
    return switch (machine) {
      case EM_RISCV -> type >= 33 && type <= 36 ? 1 : type >= 37 && type <= 40 ? -1 : 0;
      case EM_LOONGARCH -> type >= 47 && type <= 51 ? 1 : type >= 52 && type <= 56 ? -1 : 0;
      default -> 0;
    };
  }

  private long address(int row, long value) {
    ElfSymbolTable symbols = table.symbols();
    int symbol = table.symbol(row);
    ElfSection section =
        symbol > 0 && symbol < symbols.count() ? image.at(symbols.section(symbol)) : null;
    if (section == null) {
      return UNKNOWN;
    }
    long addend = table.hasAddends() ? table.addend(row) : value;
    return section.offset() + symbols.value(symbol) + addend;
  }

  /** Index in {@link #order} of the first relocation at or behind a place in the file. */
  private int first(long place) {
    long wanted = place - patched.offset();
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(table.place(order[middle]), wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isAt(int index, long place) {
    return index < order.length && table.place(order[index]) == place - patched.offset();
  }
}
