package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.problems.Diagnostic;
import java.util.Optional;

/**
 * The first entry of a unit.
 *
 * @param tag its tag, 0 if there is no such entry
 * @param attributes its attributes
 * @param defect why it cannot be read
 */
record RootEntry(int tag, Attributes attributes, Optional<Diagnostic> defect) {
  /** Its abbreviation is nearly always the first of the table. */
  private static final int NEAR = 4 << 10;

  static RootEntry read(
      DwarfSections sections, UnitHeader unit, long abbreviations, AbbreviationTables tables) {
    Bytes section = sections.bytes(DwarfSection.ABBREV);
    if (abbreviations < 0 || abbreviations >= section.length()) {
      return of(EntryCursor.without(sections, unit, abbreviations));
    }
    Window window = new Window(sections.bytes(unit.section()), unit.entriesStart(), unit.end());
    long code = window.uleb128();
    long limit = Math.min(section.length(), abbreviations + NEAR);
    Abbreviations near = Abbreviations.readTo(section, abbreviations, limit, code);
    if (code == 0 || near.row(code) >= 0 || near.isComplete()) {
      return of(new EntryCursor(sections, unit, near));
    }
    Optional<Abbreviations> whole = tables.at(abbreviations);
    return of(
        whole.isPresent()
            ? new EntryCursor(sections, unit, whole.get())
            : EntryCursor.without(sections, unit, abbreviations));
  }

  private static RootEntry of(EntryCursor cursor) {
    boolean exists = cursor.next();
    Attributes attributes = exists ? cursor.attributes().copy() : new Attributes();
    return new RootEntry(exists ? cursor.tag() : 0, attributes, cursor.defect());
  }
}
