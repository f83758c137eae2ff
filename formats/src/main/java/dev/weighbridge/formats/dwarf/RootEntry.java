package dev.weighbridge.formats.dwarf;

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
  static RootEntry read(
      DwarfSections sections, UnitHeader unit, long abbreviations, AbbreviationTables tables) {
    Window window = new Window(sections.bytes(unit.section()), unit.entriesStart(), unit.end());
    Optional<Abbreviations> table = tables.near(abbreviations, window.uleb128());
    return of(
        table.isPresent()
            ? new EntryCursor(sections, unit, table.get())
            : EntryCursor.without(sections, unit, abbreviations));
  }

  private static RootEntry of(EntryCursor cursor) {
    boolean exists = cursor.next();
    Attributes attributes = exists ? cursor.attributes().copy() : new Attributes();
    return new RootEntry(exists ? cursor.tag() : 0, attributes, cursor.defect());
  }
}
