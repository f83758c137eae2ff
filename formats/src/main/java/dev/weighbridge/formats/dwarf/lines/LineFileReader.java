package dev.weighbridge.formats.dwarf.lines;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_comp_dir;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data16;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_string;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNCT_MD5;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNCT_directory_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNCT_path;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.Encoding;
import dev.weighbridge.formats.dwarf.FormReader;

/** Reads the directories and files of a line program. DWARF 5, 6.2.4; DWARF 4, 6.2.4. */
final class LineFileReader {
  /** Numbers above are of no known content or form, and are kept as this. */
  private static final int UNKNOWN = 0xFFFF;

  private final DwarfUnit unit;
  private final Window window;
  private final Encoding encoding;
  private final FormReader value = new FormReader();
  private final LongColumn directories = new LongColumn(0);
  private final LongColumn names = new LongColumn(0);
  private final LongColumn directory = new LongColumn(0);
  private final LongColumn md5 = new LongColumn(0);
  private final long compilationDirectory;
  private String found = "lists that are cut short";
  private int[] contents = new int[0];
  private int[] forms = new int[0];

  /**
   * A reader of lists that begin at the position of a window.
   *
   * @param window over the header, up to its end
   */
  LineFileReader(DwarfUnit unit, Window window, Encoding encoding) {
    this.unit = unit;
    this.window = window;
    this.encoding = encoding;
    this.compilationDirectory = unit.text(unit.attributes(), DW_AT_comp_dir);
  }

  /** Reads both lists; false if they make no sense. */
  boolean read() {
    return encoding.version() >= 5 ? readTables() : readLists();
  }

  /** What was found instead of lists. */
  String found() {
    return found;
  }

  LineFiles files() {
    return new LineFiles(
        encoding.version() >= 5 ? 0 : 1,
        unit.texts(),
        compilationDirectory,
        directories.freeze(),
        names.freeze(),
        directory.freeze(),
        md5.freeze());
  }

  /** Up to version 4: names until an empty one, files with three numbers each. */
  private boolean readLists() {
    directories.add(compilationDirectory);
    for (long name = text(); name != DwarfTexts.NONE; name = text()) {
      directories.add(name);
    }
    for (long name = text(); name != DwarfTexts.NONE; name = text()) {
      names.add(name);
      directory.add(window.uleb128());
      md5.add(-1);
      // When it was changed, and its length.
      window.passLeb128();
      window.passLeb128();
    }
    return true;
  }

  private long text() {
    long at = window.position();
    return window.passText() == 0
        ? DwarfTexts.NONE
        : DwarfTexts.reference(DwarfSection.LINE, at, false);
  }

  /** Version 5: two tables, each of which says first which columns it has. */
  private boolean readTables() {
    return readTable(false) && readTable(true);
  }

  private boolean readTable(boolean isOfFiles) {
    readFormat();
    long count = window.uleb128();
    if (!isPossible(count)) {
      return false;
    }
    for (long row = 0; row < count && !window.isOverrun(); row++) {
      if (!readRow(isOfFiles)) {
        return false;
      }
    }
    return true;
  }

  private void readFormat() {
    int count = window.u8();
    contents = new int[count];
    forms = new int[count];
    for (int i = 0; i < count; i++) {
      contents[i] = limited(window.uleb128());
      forms[i] = limited(window.uleb128());
    }
  }

  private static int limited(long number) {
    return number >= 0 && number < UNKNOWN ? (int) number : UNKNOWN;
  }

  private boolean readRow(boolean isOfFiles) {
    long name = DwarfTexts.NONE;
    long folder = 0;
    long digest = -1;
    for (int i = 0; i < forms.length; i++) {
      if (!value.read(window, forms[i], encoding)) {
        found = "form 0x" + Integer.toHexString(forms[i]);
        return false;
      }
      switch (contents[i]) {
        case DW_LNCT_path -> name = path();
        case DW_LNCT_directory_index -> folder = value.value();
        case DW_LNCT_MD5 -> digest = value.form() == DW_FORM_data16 ? value.value() : -1;
        default -> {}
      }
    }
    if (isOfFiles) {
      names.add(name);
      directory.add(folder);
      md5.add(digest);
    } else {
      directories.add(name);
    }
    return true;
  }

  private long path() {
    return value.form() == DW_FORM_string
        ? DwarfTexts.reference(DwarfSection.LINE, value.value(), false)
        : unit.text(value.form(), value.value());
  }

  /** Every row takes a byte at least, or the count alone could cost any time. */
  private boolean isPossible(long count) {
    boolean isPossible = count >= 0 && count <= window.remaining();
    if (!isPossible) {
      found = Long.toUnsignedString(count) + " of them";
    }
    return isPossible;
  }
}
