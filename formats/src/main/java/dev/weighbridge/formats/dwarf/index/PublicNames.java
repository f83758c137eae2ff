package dev.weighbridge.formats.dwarf.index;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;

/**
 * The names that each unit defines, and the entries they are of: {@code .debug_pubnames}, {@code
 * .debug_pubtypes} and their GNU forms. DWARF 4, 6.1.1. Immutable.
 */
public final class PublicNames {
  private final UnitSets sets;
  private final int[] set;
  private final long[] entry;
  private final byte[] flags;
  private final long[] name;

  private PublicNames(UnitSets sets, int[] set, long[] entry, byte[] flags, long[] name) {
    this.sets = sets;
    this.set = set;
    this.entry = entry;
    this.flags = flags;
    this.name = name;
  }

  /**
   * Reads a table; without rows if the file has no such table.
   *
   * @param section {@link DwarfSection#PUBNAMES}, {@link DwarfSection#PUBTYPES} or one of their GNU
   *     forms
   */
  public static PublicNames read(
      DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    UnitSets sets = UnitSets.read(sections, section, diagnostics);
    boolean isGnu = section == DwarfSection.GNU_PUBNAMES || section == DwarfSection.GNU_PUBTYPES;
    IntColumn set = new IntColumn(0);
    LongColumn entry = new LongColumn(0);
    ByteColumn flags = new ByteColumn(0);
    LongColumn name = new LongColumn(0);
    Bytes bytes = sections.bytes(section);
    Window window = new Window(bytes, 0, 0);
    for (int i = 0; i < sets.count(); i++) {
      int offsetSize = sets.offsetSize(i);
      window.reset(sets.bodyStart(i), sets.end(i));
      // The bytes of the unit.
      window.skip(offsetSize);
      while (window.remaining() > offsetSize) {
        long of = window.number(offsetSize);
        if (of == 0) {
          break;
        }
        set.add(i);
        entry.add(of);
        flags.add((byte) (isGnu ? window.u8() : 0));
        name.add(DwarfTexts.reference(section, window.position(), false));
        window.passText();
      }
    }
    return new PublicNames(sets, set.freeze(), entry.freeze(), flags.freeze(), name.freeze());
  }

  /** The sets, each of one unit. */
  public UnitSets sets() {
    return sets;
  }

  /** How many names there are. */
  public int count() {
    return set.length;
  }

  /** The set that a name is in. */
  public int set(int row) {
    return set[row];
  }

  /** Where the entry of a name begins, counted from the start of its unit. */
  public long entry(int row) {
    return entry[row];
  }

  /** What GNU forms say the name is of; else 0. */
  public int flags(int row) {
    return flags[row] & 0xFF;
  }

  /** The name as a reference. */
  public long name(int row) {
    return name[row];
  }

  @Override
  public String toString() {
    return count() + " names";
  }
}
