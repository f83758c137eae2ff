package dev.weighbridge.formats.internal.dwarf.program;

import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Dwarf;
import org.jspecify.annotations.Nullable;

/**
 * The abbreviation tables of all files of a program, each read once for all who walk over units.
 * May be used by several threads.
 */
public final class ProgramTables {
  private final @Nullable AbbreviationTables[] tables;

  public ProgramTables(DwarfProgram program) {
    this.tables = new AbbreviationTables[program.supplementaryFile() + 1];
  }

  /** Those of a file, by its number and what it holds. */
  public synchronized AbbreviationTables of(int file, Dwarf dwarf) {
    AbbreviationTables known = tables[file];
    if (known == null) {
      known = dwarf.abbreviationTables();
      // In the order of units: of tables that overlap the first one counts, whoever asks first.
      for (int row = 0; row < dwarf.units().count(); row++) {
        known.at(dwarf.unit(row).abbreviations());
      }
      tables[file] = known;
    }
    return known;
  }
}
