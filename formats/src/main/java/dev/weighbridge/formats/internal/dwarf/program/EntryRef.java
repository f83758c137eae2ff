package dev.weighbridge.formats.internal.dwarf.program;

import dev.weighbridge.formats.dwarf.DwarfSection;

/** Places of entries in any of the files of a program, as one number, so that columns hold them. */
public final class EntryRef {
  public static final long NONE = -1;

  /** The number of the program's own file. */
  public static final int OWN_FILE = 0;

  private static final int FILE_SHIFT = 49;
  private static final long TYPES = 1L << 48;
  private static final long OFFSETS = TYPES - 1;

  private EntryRef() {}

  /** The entry at a place; {@link #NONE} if the place cannot be. */
  public static long of(int file, DwarfSection section, long offset) {
    if (offset < 0 || offset > OFFSETS) {
      return NONE;
    }
    return (long) file << FILE_SHIFT | (section == DwarfSection.TYPES ? TYPES : 0) | offset;
  }

  /** Number of the file: see {@link DwarfProgram#file}. */
  public static int file(long entry) {
    return (int) (entry >>> FILE_SHIFT);
  }

  public static DwarfSection section(long entry) {
    return (entry & TYPES) != 0 ? DwarfSection.TYPES : DwarfSection.INFO;
  }

  public static long offset(long entry) {
    return entry & OFFSETS;
  }
}
