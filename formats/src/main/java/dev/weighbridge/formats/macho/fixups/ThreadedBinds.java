package dev.weighbridge.formats.macho.fixups;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The table that binds of the opcode {@code BIND_OPCODE_THREADED} count in: with it, opcodes that
 * would bind a pointer number an import instead, and chains through the data, packed as those of
 * {@code DYLD_CHAINED_PTR_ARM64E}, say which pointer gets which. loader.h.
 */
final class ThreadedBinds implements PointerChain.Ordinals {
  private final IntColumn rows = new IntColumn(0);
  private final LongColumn addends = new LongColumn(0);

  /** Gives the next number to an import. */
  void add(int importRow, long addend) {
    rows.add(importRow);
    addends.add(addend);
  }

  @Override
  public int row(int ordinal) {
    return ordinal < rows.count() ? rows.get(ordinal) : -1;
  }

  @Override
  public long addend(int ordinal) {
    return ordinal < addends.count() ? addends.get(ordinal) : 0;
  }
}
