package dev.weighbridge.formats.internal.macho;

import static dev.weighbridge.formats.macho.headers.MachOConstants.ARM64_RELOC_SUBTRACTOR;
import static dev.weighbridge.formats.macho.headers.MachOConstants.CPU_TYPE_X86_64;
import static dev.weighbridge.formats.macho.headers.MachOConstants.X86_64_RELOC_SUBTRACTOR;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.headers.MachOSection;
import dev.weighbridge.formats.macho.relocations.MachORelocations;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import dev.weighbridge.formats.unwind.PointerRules;

/**
 * What the pointers of one section of a relocatable file will mean once linked, told in file
 * offsets, because its sections have no final addresses yet.
 */
final class RelocatedPlaces implements PointerRules.Relocations {
  private static final int UNSIGNED = 0;

  private final MachOFile macho;
  private final MachOSection section;
  private final MachORelocations relocations;
  private final MachOSymbolTable symbols;
  private final int subtractor;
  private final long[] address;
  private final int[] order;

  RelocatedPlaces(MachOFile macho, MachOSection section) {
    this.macho = macho;
    this.section = section;
    this.relocations = macho.relocations(section);
    this.symbols = macho.symbolTable();
    boolean isX64 = macho.header().cpuType() == CPU_TYPE_X86_64;
    this.subtractor = isX64 ? X86_64_RELOC_SUBTRACTOR : ARM64_RELOC_SUBTRACTOR;
    address = new long[relocations.count()];
    for (int row = 0; row < address.length; row++) {
      address[row] = relocations.address(row);
    }
    order = Order.ascending(address, address.length);
  }

  /** The relocations themselves. */
  MachORelocations relocations() {
    return relocations;
  }

  @Override
  public long target(long place, long value) {
    int at = find(place - section.offset());
    if (at < 0) {
      return PointerRules.NOT_RELOCATED;
    }
    int row = order[at];
    if (relocations.type(row) != subtractor || at + 1 == order.length) {
      return target(row, value);
    }
    // A pair says "the second less the first"; written at the place itself, it counts from there.
    int second = order[at + 1];
    long from = symbolAddress(row);
    long distance = symbolAddress(second) - from + value;
    boolean isPair = address[second] == address[row] && relocations.type(second) == UNSIGNED;
    return isPair && from >= 0
        ? position(section.address() + address[row] + distance)
        : PointerRules.NOT_RELOCATED;
  }

  /** File offset of what a relocation refers to, or -1 if that cannot be told. */
  long target(int row, long value) {
    if (relocations.isExternal(row)) {
      long known = symbolAddress(row);
      return known < 0 ? -1 : position(known + (relocations.isPcRelative(row) ? 0 : value));
    }
    boolean isAbsolute = relocations.type(row) == UNSIGNED && !relocations.isPcRelative(row);
    return isAbsolute ? position(value) : -1;
  }

  /** First row in order that patches an offset of the section, or -1 if none does. */
  private int find(long offset) {
    return Order.firstAt(address, order, offset);
  }

  private long symbolAddress(int row) {
    int symbol = relocations.symbol(row);
    boolean isDefined =
        relocations.isExternal(row) && symbol < symbols.count() && symbols.isDefined(symbol);
    return isDefined ? symbols.value(symbol) : -1;
  }

  private long position(long target) {
    for (MachOSection home : macho.sections()) {
      if (home.fileSize() > 0 && home.contains(target)) {
        return home.offset() + (target - home.address());
      }
    }
    return -1;
  }
}
