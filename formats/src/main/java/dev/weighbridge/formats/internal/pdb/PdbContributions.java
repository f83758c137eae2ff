package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.DBI_SC_V2;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.DBI_SC_V60;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.RowWindow;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;

/**
 * Which ranges of which sections each module contributed, as columns: one row for each section of
 * an object that the linker kept. LLVM, The PDB DBI Stream, section contributions.
 */
public final class PdbContributions {
  private static final int VERSION = 4;

  private final short[] section;
  private final int[] offset;
  private final int[] size;
  private final short[] module;

  private PdbContributions(Bytes rows, int stride, int count) {
    section = new short[count];
    offset = new int[count];
    size = new int[count];
    module = new short[count];
    RowWindow window = new RowWindow(rows, VERSION, stride, count);
    while (window.next()) {
      Bytes bytes = window.bytes();
      for (int i = 0, at = 0; i < window.rows(); i++, at += stride) {
        int row = window.first() + i;
        section[row] = (short) bytes.u16(at);
        offset[row] = bytes.i32(at + 4);
        size[row] = bytes.i32(at + 8);
        module[row] = (short) bytes.u16(at + 16);
      }
    }
  }

  static PdbContributions of(Bytes rows, Diagnostics diagnostics) {
    int version = rows.length() < VERSION ? 0 : rows.i32(0);
    if (version != DBI_SC_V60 && version != DBI_SC_V2) {
      if (rows.length() > 0) {
        String found = "0x" + Integer.toHexString(version);
        diagnostics.warn("pdb.section_contributions", -1, "version 60 or 2", found);
      }
      return new PdbContributions(Bytes.of(new byte[VERSION]), 1, 0);
    }
    int stride = version == DBI_SC_V2 ? 32 : 28;
    long fits = Math.min(Limits.MAX_ROWS, (rows.length() - VERSION) / stride);
    return new PdbContributions(rows, stride, (int) fits);
  }

  /** How many there are. */
  public int count() {
    return section.length;
  }

  /** Number of the section, from 1. */
  public int section(int row) {
    return section[row] & 0xFFFF;
  }

  /** Where the range begins in the section. */
  public long offset(int row) {
    return Integer.toUnsignedLong(offset[row]);
  }

  /** Bytes of the range. */
  public long size(int row) {
    return Integer.toUnsignedLong(size[row]);
  }

  /** Row of the module. */
  public int module(int row) {
    return module[row] & 0xFFFF;
  }
}
