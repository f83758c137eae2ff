package dev.weighbridge.formats.dwarf.index;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.TableLength;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One index of names: a part of {@code .debug_names}. DWARF 5, 6.1.1.
 *
 * <p>It may be of one unit or of many. Immutable.
 */
public final class NameIndex {
  private static final int VERSION = 5;
  private static final int SIGNATURE = 8;

  private final Bytes section;
  private final long start;
  private final long end;
  private final int offsetSize;
  private final long compileUnits;
  private final long localTypeUnits;
  private final long foreignTypeUnits;
  private final long buckets;
  private final long names;
  private final long abbreviationsSize;
  private final long listsStart;

  private NameIndex(Bytes section, long start, TableLength length, Window window) {
    this.section = section;
    this.start = start;
    this.end = length.end();
    this.offsetSize = length.offsetSize();
    compileUnits = window.u32();
    localTypeUnits = window.u32();
    foreignTypeUnits = window.u32();
    buckets = window.u32();
    names = window.u32();
    abbreviationsSize = window.u32();
    // The augmentation is text, padded to four bytes.
    long augmentation = window.u32();
    window.skip((augmentation + 3) & ~3L);
    listsStart = window.position();
  }

  /** Reads the headers of all indexes; none if the file has none. */
  public static List<NameIndex> read(DwarfSections sections, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Bytes bytes = sections.bytes(DwarfSection.NAMES);
    Window window = new Window(bytes, 0, bytes.length());
    List<NameIndex> found = new ArrayList<>();
    long at = 0;
    while (at < bytes.length()) {
      window.reset(at, bytes.length());
      TableLength length = TableLength.read(window);
      if (!length.isValid()) {
        String rest = (bytes.length() - at) + " bytes that are no such index";
        diagnostics.add(sections.defect(DwarfSection.NAMES, at, length.expected(), rest));
        break;
      }
      if (!length.isPadding()) {
        window.reset(length.bodyStart(), length.end());
        int version = window.u16();
        window.skip(2);
        NameIndex index = new NameIndex(bytes, at, length, window);
        if (version == VERSION && !window.isOverrun() && index.entryPoolStart() <= index.end) {
          found.add(index);
        } else {
          String what = "version " + version + ", " + index.names + " names";
          diagnostics.add(
              sections.defect(DwarfSection.NAMES, at, "an index of version 5 that fits", what));
        }
      }
      at = length.end();
    }
    return List.copyOf(found);
  }

  /** First byte of the index in {@link DwarfSection#NAMES}. */
  public long start() {
    return start;
  }

  /** End of the index, exclusive. */
  public long end() {
    return end;
  }

  /** How many compile units it is of. */
  public long unitCount() {
    return compileUnits;
  }

  /** Where a compile unit begins in {@link DwarfSection#INFO}, as stated. */
  public long unit(long row) {
    return offset(listsStart, row, compileUnits);
  }

  /** How many type units of the same file it is of. */
  public long typeUnitCount() {
    return localTypeUnits;
  }

  /** Where a type unit begins in {@link DwarfSection#INFO}, as stated. */
  public long typeUnit(long row) {
    return offset(listsStart + compileUnits * offsetSize, row, localTypeUnits);
  }

  /** How many names there are. */
  public long nameCount() {
    return names;
  }

  /** A name as a reference. */
  public long name(long row) {
    return DwarfTexts.reference(DwarfSection.STR, offset(namesStart(), row, names), false);
  }

  /** Where the entries of a name begin in {@link DwarfSection#NAMES}. */
  public long entries(long row) {
    return entryPoolStart() + offset(namesStart() + names * offsetSize, row, names);
  }

  /** Where the pool of entries begins, which reaches to the end of the index. */
  public long entryPoolStart() {
    return namesStart() + 2 * names * offsetSize + abbreviationsSize;
  }

  private long namesStart() {
    long units = (compileUnits + localTypeUnits) * offsetSize + foreignTypeUnits * SIGNATURE;
    // Names have hashes only where there are buckets for them.
    long hashes = buckets == 0 ? 0 : names * 4;
    return listsStart + units + buckets * 4 + hashes;
  }

  private long offset(long first, long row, long count) {
    if (row < 0 || row >= count) {
      throw new IndexOutOfBoundsException(row + " of " + count);
    }
    long at = first + row * offsetSize;
    return offsetSize == 8 ? section.i64(at) : section.u32(at);
  }

  @Override
  public String toString() {
    return nameCount() + " names";
  }
}
