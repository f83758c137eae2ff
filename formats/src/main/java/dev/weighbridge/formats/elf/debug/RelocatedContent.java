package dev.weighbridge.formats.elf.debug;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.BytesCopy;
import dev.weighbridge.formats.elf.debug.DebugRelocations.Action;
import dev.weighbridge.formats.elf.debug.DebugRelocations.Patch;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;

/** A copy of a debug section of an object, into which its relocations are written. */
final class RelocatedContent {
  private static final int MAX_LEB128 = 10;

  private final BytesCopy content;
  private final SymbolPlaces places;
  private final int machine;
  private final boolean is64Bit;

  RelocatedContent(Bytes section, SymbolPlaces places, ElfHeader header) {
    this.content = new BytesCopy(section);
    this.places = places;
    this.machine = header.machine();
    this.is64Bit = header.is64Bit();
  }

  /** The bytes as they are by now. */
  Bytes bytes() {
    return content.bytes();
  }

  /** Applies the relocations of a table; those that do not fit are left out. */
  void apply(ElfRelocations table) {
    for (int row = 0; row < table.count(); row++) {
      Patch patch = DebugRelocations.patch(machine, is64Bit, table.type(row));
      long place = table.place(row);
      if (patch.action() != Action.NONE && content.contains(place, 1)) {
        apply(table, row, patch, (int) place);
      }
    }
  }

  private void apply(ElfRelocations table, int row, Patch patch, int at) {
    boolean isLeb = patch.size() == DebugRelocations.LEB128;
    int size = isLeb ? lebSize(at) : Math.max(1, patch.size());
    if (size == 0 || !content.contains(at, size)) {
      return;
    }
    long old = isLeb ? leb(at, size) : content.number(at, size);
    if (patch.size() == DebugRelocations.SIX_BITS) {
      long value = value(table, row, patch, old & 0x3F);
      content.put(at, 1, (old & 0xC0) | (value & 0x3F));
    } else if (isLeb) {
      putLeb(at, size, value(table, row, patch, old));
    } else {
      content.put(at, size, value(table, row, patch, old));
    }
  }

  private long value(ElfRelocations table, int row, Patch patch, long old) {
    long symbol = places.of(table.symbols(), table.symbol(row));
    return switch (patch.action()) {
      case SET -> symbol + (table.hasAddends() ? table.addend(row) : old);
      case ADD -> old + symbol + table.addend(row);
      case SUBTRACT -> old - symbol - table.addend(row);
      case NONE -> old;
    };
  }

  /** Bytes of the LEB128 number at a place, 0 if it does not end. */
  private int lebSize(int at) {
    for (int i = at; i < content.length() && i - at < MAX_LEB128; i++) {
      if (content.u8(i) < 0x80) {
        return i - at + 1;
      }
    }
    return 0;
  }

  private long leb(int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (content.u8(at + i) & 0x7FL) << (7 * i);
    }
    return value;
  }

  /** Writes a number in as many bytes as the old one had, as linkers do. */
  private void putLeb(int at, int size, long value) {
    for (int i = 0; i < size; i++) {
      int more = i < size - 1 ? 0x80 : 0;
      content.put(at + i, 1, (value >>> (7 * i) & 0x7F) | more);
    }
  }
}
