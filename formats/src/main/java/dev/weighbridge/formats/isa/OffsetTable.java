package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.isa.AddressRanges.Range;
import java.util.ArrayList;
import java.util.List;

/** The global offset table of an image, from which code counts. Immutable. */
public final class OffsetTable {
  /** Of an image without one. */
  public static final OffsetTable NONE = new OffsetTable(0, new AddressRanges(List.of()));

  private static final String SYMBOL = "_GLOBAL_OFFSET_TABLE_";

  private final long base;
  private final AddressRanges slots;

  private OffsetTable(long base, AddressRanges slots) {
    this.base = base;
    this.slots = slots;
  }

  /** That of an image: where its symbol is, or its section. */
  public static OffsetTable of(BinaryImage image) {
    long found = 0;
    List<Range> slots = new ArrayList<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      boolean isOfCalls = section.name().equals(".got.plt");
      if (isOfCalls || section.name().equals(".got")) {
        found = isOfCalls || found == 0 ? section.address() : found;
        slots.add(new Range(section.address(), section.memorySize()));
      }
    }
    long named = named(image.symbols());
    return new OffsetTable(named == 0 ? found : named, new AddressRanges(slots));
  }

  private static long named(SymbolTable symbols) {
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.nameLength(row) == SYMBOL.length() && symbols.name(row).equals(SYMBOL)) {
        return symbols.address(row);
      }
    }
    return 0;
  }

  /** The address that code counts from; 0 if there is no table. */
  public long base() {
    return base;
  }

  /** Whether an address is one of a slot. */
  public boolean holds(long address) {
    return base != 0 && slots.indexOf(address) >= 0;
  }
}
