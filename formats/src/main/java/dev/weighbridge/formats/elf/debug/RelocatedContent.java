package dev.weighbridge.formats.elf.debug;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.debug.DebugRelocations.Action;
import dev.weighbridge.formats.elf.debug.DebugRelocations.Patch;
import dev.weighbridge.formats.elf.headers.ElfHeader;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import java.nio.ByteOrder;

/** A copy of a debug section of an object, into which its relocations are written. */
final class RelocatedContent {
  private static final int MAX_LEB128 = 10;

  private final byte[] content;
  private final ByteOrder order;
  private final boolean isLittleEndian;
  private final SymbolPlaces places;
  private final int machine;
  private final boolean is64Bit;

  RelocatedContent(Bytes section, SymbolPlaces places, ElfHeader header) {
    this.content = section.toArray(0, section.length());
    this.order = section.order();
    this.isLittleEndian = section.isLittleEndian();
    this.places = places;
    this.machine = header.machine();
    this.is64Bit = header.is64Bit();
  }

  /** The bytes as they are by now. */
  Bytes bytes() {
    return Bytes.of(content).withOrder(order);
  }

  /** Applies the relocations of a table; those that do not fit are left out. */
  void apply(ElfRelocations table) {
    for (int row = 0; row < table.count(); row++) {
      Patch patch = DebugRelocations.patch(machine, is64Bit, table.type(row));
      long place = table.place(row);
      if (patch.action() != Action.NONE && place >= 0 && place < content.length) {
        apply(table, row, patch, (int) place);
      }
    }
  }

  private void apply(ElfRelocations table, int row, Patch patch, int at) {
    boolean isLeb = patch.size() == DebugRelocations.LEB128;
    int size = isLeb ? lebSize(at) : Math.max(1, patch.size());
    if (size == 0 || size > content.length - at) {
      return;
    }
    long old = isLeb ? leb(at, size) : number(at, size);
    if (patch.size() == DebugRelocations.SIX_BITS) {
      old &= 0x3F;
    }
    long symbol = places.of(table.symbols(), table.symbol(row));
    long value =
        switch (patch.action()) {
          case SET -> symbol + (table.hasAddends() ? table.addend(row) : old);
          case ADD -> old + symbol + table.addend(row);
          case SUBTRACT -> old - symbol - table.addend(row);
          case NONE -> old;
        };
    if (isLeb) {
      putLeb(at, size, value);
    } else if (patch.size() == DebugRelocations.SIX_BITS) {
      content[at] = (byte) ((content[at] & 0xC0) | (value & 0x3F));
    } else {
      put(at, size, value);
    }
  }

  private long number(int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      long b = content[at + i] & 0xFF;
      value = isLittleEndian ? value | (b << (8 * i)) : (value << 8) | b;
    }
    return value;
  }

  private void put(int at, int size, long value) {
    for (int i = 0; i < size; i++) {
      int shift = 8 * (isLittleEndian ? i : size - 1 - i);
      content[at + i] = (byte) (value >>> shift);
    }
  }

  /** Bytes of the LEB128 number at a place, 0 if it does not end. */
  private int lebSize(int at) {
    for (int i = at; i < content.length && i - at < MAX_LEB128; i++) {
      if (content[i] >= 0) {
        return i - at + 1;
      }
    }
    return 0;
  }

  private long leb(int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (content[at + i] & 0x7FL) << (7 * i);
    }
    return value;
  }

  /** Writes a number in as many bytes as the old one had, as linkers do. */
  private void putLeb(int at, int size, long value) {
    for (int i = 0; i < size; i++) {
      int more = i < size - 1 ? 0x80 : 0;
      content[at + i] = (byte) ((value >>> (7 * i) & 0x7F) | more);
    }
  }
}
