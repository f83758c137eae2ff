package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_sibling;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_udata;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.work.Work;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the entries of a unit, each before its children. DWARF 5, 2.3 and 7.5.2.
 *
 * <p>No object is made for an entry: the cursor stands on one and answers for it. Attributes are
 * read when first asked for; entries that nobody asks about are passed over.
 *
 * <p>Where a unit is damaged the walk ends, and {@link #defect} says why. Not for use by several
 * threads.
 */
public final class EntryCursor {
  private final DwarfSections sections;
  private final UnitHeader unit;
  private final Abbreviations table;
  private final int[] sizes;
  private final byte[] attributeSizes;
  private final int[] siblings;
  private final Window window;
  private final Attributes attributes = new Attributes();
  private long offset;
  private int row = -1;
  private int depth;
  private int nextDepth;
  private boolean isRead = true;
  private boolean isSkipping;
  private boolean isEnded;
  private @Nullable Diagnostic defect;

  /** The last entry whose children were jumped over, and where the jump began: */
  private long skippedFrom = -1;

  private long leftAt;

  /** before its attributes, or behind them. */
  private boolean isLeftUnread;

  /** A cursor before the first entry of a unit, whose abbreviations are in a table. */
  EntryCursor(DwarfSections sections, UnitHeader unit, Abbreviations table) {
    Work.check();
    this.sections = sections;
    this.unit = unit;
    this.table = table;
    this.sizes = table.sizes(unit.encoding());
    this.attributeSizes = table.attributeSizes(unit.encoding());
    this.siblings = table.siblings(unit.encoding());
    this.window = new Window(sections.bytes(unit.section()), unit.entriesStart(), unit.end());
  }

  /** A cursor of a unit whose abbreviations lie nowhere: it ends at once. */
  static EntryCursor without(DwarfSections sections, UnitHeader unit, long abbreviations) {
    Bytes none = Bytes.of(new byte[0]);
    EntryCursor cursor = new EntryCursor(sections, unit, Abbreviations.read(none, 0, 0));
    cursor.offset = unit.start();
    cursor.fail(
        "an abbreviation table in " + sections.name(DwarfSection.ABBREV),
        "one at 0x" + Long.toHexString(abbreviations));
    return cursor;
  }

  /** Moves to the next entry; false at the end of the unit, or where it cannot be read further. */
  public boolean next() {
    int deepest = isSkipping ? depth : Integer.MAX_VALUE;
    isSkipping = false;
    while (passAttributes() && advance()) {
      if (depth <= deepest) {
        return true;
      }
    }
    return false;
  }

  private boolean advance() {
    while (!isOver() && window.remaining() > 0) {
      offset = window.position();
      long code = window.uleb128();
      if (code != 0) {
        return enter(code);
      }
      nextDepth--;
    }
    isEnded = true;
    return false;
  }

  /** Whether the children of the first entry have ended, or it has none. */
  private boolean isOver() {
    return isEnded || nextDepth < 0 || (row >= 0 && nextDepth == 0);
  }

  private boolean enter(long code) {
    row = table.row(code);
    if (row < 0) {
      fail("the code of an abbreviation of its table", Long.toUnsignedString(code));
      return false;
    }
    depth = nextDepth;
    if (table.hasChildren(row)) {
      nextDepth++;
    }
    isRead = false;
    return true;
  }

  /** Moves behind the attributes of the entry, if they were not read. */
  private boolean passAttributes() {
    if (!isRead) {
      isRead = true;
      int size = sizes[row];
      if (size >= 0) {
        window.skip(size);
      } else {
        skipEach();
      }
      checkSize();
    }
    return !isEnded;
  }

  private void skipEach() {
    int end = table.firstAttribute(row + 1);
    for (int i = table.firstAttribute(row); i < end; i++) {
      int size = attributeSizes[i];
      if (size >= 0) {
        window.skip(size);
      } else if (!Forms.skip(window, table.form(i), unit.encoding())) {
        fail("attributes of known forms", unknownForm());
        return;
      }
    }
  }

  private void checkSize() {
    if (window.isOverrun()) {
      fail("an entry inside its unit", "one that is cut short");
    }
  }

  private String unknownForm() {
    int end = table.firstAttribute(row + 1);
    for (int i = table.firstAttribute(row); i < end; i++) {
      if (Forms.sizeClass(table.form(i)) == Forms.UNKNOWN) {
        return "form 0x" + Integer.toHexString(table.form(i));
      }
    }
    return "another form in the entry";
  }

  private void fail(String expected, String found) {
    if (defect == null) {
      defect = sections.defect(unit.section(), offset, expected, found);
    }
    isEnded = true;
  }

  /**
   * The attributes of the entry, until {@link #next} is called; without any if it is damaged. Asked
   * for after {@link #skipChildren} they are those that were asked for before.
   */
  public Attributes attributes() {
    if (!isRead) {
      isRead = true;
      if (!attributes.read(window, table, row, attributeSizes, unit.encoding())) {
        fail("attributes of known forms", unknownForm());
      }
      checkSize();
      if (isEnded) {
        attributes.clear();
      }
    }
    return attributes;
  }

  /**
   * Those attributes of the entry that are wanted, read faster than all; as {@link #attributes} in
   * all else, which must not be asked for the same entry.
   *
   * @param choice of the table of the unit, for its encoding
   */
  public Attributes attributes(AttributeChoice choice) {
    if (!isRead) {
      isRead = true;
      if (!attributes.read(window, table, row, attributeSizes, unit.encoding(), choice)) {
        fail("attributes of known forms", unknownForm());
      }
      checkSize();
      if (isEnded) {
        attributes.clear();
      }
    }
    return attributes;
  }

  /** Makes {@link #next} pass over all entries below the one at hand. */
  public void skipChildren() {
    if (nextDepth <= depth) {
      return;
    }
    isSkipping = true;
    long sibling = sibling();
    if (sibling >= 0 && !isEnded) {
      skippedFrom = offset;
      leftAt = window.position();
      isLeftUnread = !isRead;
      isRead = true;
      window.seek(sibling);
      nextDepth = depth;
    }
  }

  /**
   * Where the entry behind the one at hand and all below it begins, if it has any below it and says
   * so; else -1. Read without the other attributes, where it can be.
   */
  public long sibling() {
    if (!table.hasSibling(row)) {
      return -1;
    }
    int before = isRead ? -1 : siblings[row];
    long stated = before < 0 ? statedSibling() : sibling(before);
    return stated > offset && stated > window.position() && stated <= unit.end() ? stated : -1;
  }

  private long statedSibling() {
    Attributes known = attributes();
    int index = known.find(DW_AT_sibling);
    return index < 0 ? -1 : sibling(known.form(index), known.value(index));
  }

  /** Reads the attribute that some bytes of others lie before, and goes back. */
  private long sibling(int before) {
    long start = window.position();
    int attribute = table.find(row, DW_AT_sibling);
    window.skip(before);
    long value = window.number(attributeSizes[attribute]);
    if (window.isOverrun()) {
      return -1;
    }
    window.seek(start);
    return sibling(table.form(attribute), value);
  }

  private long sibling(int form, long value) {
    return switch (form) {
      case DW_FORM_ref1, DW_FORM_ref2, DW_FORM_ref4, DW_FORM_ref8, DW_FORM_ref_udata ->
          unit.start() + value;
      case DW_FORM_ref_addr -> value;
      default -> -1;
    };
  }

  /**
   * Moves before the entry at a position, so that {@link #next} moves to it; depths count from it.
   * That it is the begin of an entry only the giver of the position knows.
   */
  public void moveTo(long position) {
    boolean isInside = position >= unit.entriesStart() && position < unit.end();
    window.reset(isInside ? position : unit.end(), unit.end());
    row = -1;
    nextDepth = 0;
    isRead = true;
    isSkipping = false;
    isEnded = false;
    defect = null;
  }

  /** First byte of the entry in the section of the unit. */
  public long offset() {
    return offset;
  }

  /**
   * End of the entry itself, exclusive: behind its attributes, where its first child or next
   * sibling begins. Of a damaged entry it is where reading has got to.
   */
  public long end() {
    if (skippedFrom != offset) {
      attributes();
      return window.position();
    }
    if (isLeftUnread) {
      long next = window.position();
      window.seek(leftAt);
      isRead = false;
      passAttributes();
      leftAt = window.position();
      isLeftUnread = false;
      window.seek(next);
    }
    return leftAt;
  }

  /** How many entries the entry is below: 0 for the root. */
  public int depth() {
    return depth;
  }

  /** One of the {@code DW_TAG_} constants, raw if unknown. */
  public int tag() {
    return table.tag(row);
  }

  /** Whether the entry has children, of which there may be none. */
  public boolean hasChildren() {
    return table.hasChildren(row);
  }

  /** Whether the entry has an attribute, told without reading any. */
  public boolean has(int attribute) {
    return table.find(row, attribute) >= 0;
  }

  /** The abbreviation of the entry: a row of the table of its unit. */
  public int abbreviation() {
    return row;
  }

  /** Why the walk ended before the end of the unit; empty if it did not, or not yet. */
  public Optional<Diagnostic> defect() {
    return Optional.ofNullable(defect);
  }

  @Override
  public String toString() {
    return "entry at " + offset + ", depth " + depth;
  }
}
