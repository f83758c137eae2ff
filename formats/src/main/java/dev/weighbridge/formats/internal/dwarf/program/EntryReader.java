package dev.weighbridge.formats.internal.dwarf.program;

import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Moves to single entries of any unit of any file of a program, in whatever order. */
public final class EntryReader {
  /** Units between which references go to and fro: those that a partial unit serves. */
  private static final int OPEN_UNITS = 64;

  /** A unit and a cursor that moves in it. */
  private record OpenUnit(DwarfUnit unit, EntryCursor cursor) {}

  private final DwarfProgram program;
  private final ProgramTables tables;
  private final LinkedHashMap<Long, OpenUnit> open;

  // moveTo() fills it before anything is asked.
  @SuppressWarnings("NullAway.Init")
  private OpenUnit at;

  private int file;
  private int row;

  public EntryReader(DwarfProgram program, ProgramTables tables) {
    this.program = program;
    this.tables = tables;
    this.open =
        new LinkedHashMap<>(OPEN_UNITS, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, OpenUnit> eldest) {
            return size() > OPEN_UNITS;
          }
        };
  }

  /** Moves to an entry; false if there is none. */
  public boolean moveTo(long entry) {
    int wantedFile = EntryRef.file(entry);
    boolean isKnown = wantedFile <= program.supplementaryFile();
    Dwarf dwarf = isKnown ? program.file(wantedFile) : null;
    if (dwarf == null) {
      return false;
    }
    int wanted = dwarf.units().unitAt(EntryRef.section(entry), EntryRef.offset(entry));
    if (wanted < 0) {
      return false;
    }
    if (at == null || wantedFile != file || wanted != row) {
      at = open(dwarf, wantedFile, wanted);
      file = wantedFile;
      row = wanted;
    }
    at.cursor.moveTo(EntryRef.offset(entry));
    return at.cursor.next();
  }

  private OpenUnit open(Dwarf dwarf, int ofFile, int ofRow) {
    return open.computeIfAbsent(
        (long) ofFile << Integer.SIZE | ofRow,
        key -> {
          DwarfUnit unit = dwarf.unit(ofRow);
          return new OpenUnit(unit, unit.entries(tables.of(ofFile, dwarf)));
        });
  }

  /** The cursor, which stands on the entry. */
  public EntryCursor cursor() {
    return at.cursor;
  }

  /** The unit of the entry. */
  public DwarfUnit unit() {
    return at.unit;
  }

  /**
   * The unit whose line program counts the files that the entry names: split compile units leave
   * that to their skeletons. DWARF 5, 7.3.2.2.
   */
  public DwarfUnit fileUnit() {
    boolean isSplit = file != EntryRef.OWN_FILE && file != program.supplementaryFile();
    int skeleton = isSplit ? program.unitOf(file, row) : -1;
    return skeleton < 0 ? at.unit : program.unit(skeleton);
  }

  /** Number of the file that the entry is in. */
  public int file() {
    return file;
  }

  /** Row of the unit in that file. */
  public int row() {
    return row;
  }
}
