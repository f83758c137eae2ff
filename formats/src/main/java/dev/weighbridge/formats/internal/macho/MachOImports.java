package dev.weighbridge.formats.internal.macho;

import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.fixups.Imports;
import dev.weighbridge.formats.macho.symbols.MachOSymbolTable;
import java.util.Arrays;

/**
 * Which symbol each import is: the row of the symbol table with its name, or a new row where that
 * table was stripped of it.
 *
 * <p>Names are compared as bytes of the file, in an open hash table of those that other files may
 * know.
 */
final class MachOImports {
  private static final int FREE = -1;

  private final Bytes file;
  private final Imports imports;
  private final int[] rowOfImport;
  private final int[] slots;
  private final int[] slotRow;
  private final long[] slotName;
  private final int[] slotLength;
  private int used;

  /** Finds the symbols of all imports and states those that have none yet. */
  MachOImports(MachOFile macho, ImageBuilder image) {
    file = macho.bytes();
    imports = macho.fixups().imports();
    MachOSymbolTable table = macho.symbolTable();
    int known = 0;
    for (int row = 0; row < table.count(); row++) {
      known += table.isExternal(row) ? 1 : 0;
    }
    int capacity = imports.count() == 0 ? 0 : known + imports.count();
    slots = new int[Integer.highestOneBit(Math.max(1, capacity)) * 4];
    Arrays.fill(slots, FREE);
    slotRow = new int[capacity];
    slotName = new long[capacity];
    slotLength = new int[capacity];
    rowOfImport = new int[imports.count()];
    if (capacity > 0) {
      index(table);
      find(image);
    }
  }

  private void index(MachOSymbolTable table) {
    for (int row = 0; row < table.count(); row++) {
      if (table.isExternal(row) && table.nameLength(row) > 0) {
        add(row, table.stringsStart() + table.nameOffset(row), table.nameLength(row));
      }
    }
  }

  private void find(ImageBuilder image) {
    for (int i = 0; i < rowOfImport.length; i++) {
      long name = imports.nameStart(i);
      int length = imports.nameLength(i);
      int slot = slots[slot(name, length)];
      if (slot != FREE) {
        rowOfImport[i] = slotRow[slot];
        continue;
      }
      rowOfImport[i] =
          image.symbol(
              0,
              0,
              SymbolTable.UNDEFINED,
              SymbolType.UNSTATED,
              imports.isWeak(i) ? SymbolBinding.WEAK : SymbolBinding.GLOBAL,
              SymbolSource.IMPORTS,
              file,
              name,
              length);
      add(rowOfImport[i], name, length);
    }
  }

  private void add(int row, long name, int length) {
    int slot = slot(name, length);
    if (slots[slot] == FREE) {
      slotRow[used] = row;
      slotName[used] = name;
      slotLength[used] = length;
      slots[slot] = used++;
    }
  }

  /** The slot that holds a name, or the free one where it belongs. */
  private int slot(long name, int length) {
    int mask = slots.length - 1;
    int slot = hash(name, length) & mask;
    while (slots[slot] != FREE && !isEqual(slots[slot], name, length)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int hash(long name, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = hash * 31 + file.u8(name + i);
    }
    return hash ^ hash >>> 15;
  }

  private boolean isEqual(int entry, long name, int length) {
    if (slotLength[entry] != length) {
      return false;
    }
    long other = slotName[entry];
    for (int i = 0; i < length; i++) {
      if (file.u8(other + i) != file.u8(name + i)) {
        return false;
      }
    }
    return true;
  }

  /** Row in the facts of the symbol that an import stands for. */
  int row(int importRow) {
    return rowOfImport[importRow];
  }
}
