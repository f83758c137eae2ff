package dev.weighbridge.formats.dwarf.lists;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.TableLength;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;

/**
 * The tables that a section of version 5 consists of, one behind the other, each with a header: of
 * range lists, location lists, addresses, or places of names. DWARF 5, 7.26 to 7.29. Immutable.
 *
 * <p>The same sections of split units of version 4 have no headers.
 */
public final class ListTables {
  private final DwarfSection section;
  private final long[] start;
  private final long[] entriesStart;
  private final long[] end;
  private final byte[] offsetSize;
  private final long[] offsetCount;

  private ListTables(Reader reader) {
    section = reader.section;
    start = reader.start.freeze();
    entriesStart = reader.entriesStart.freeze();
    end = reader.end.freeze();
    offsetSize = reader.offsetSize.freeze();
    offsetCount = reader.offsetCount.freeze();
  }

  /**
   * Reads the headers of the tables in a section.
   *
   * @param section {@link DwarfSection#RNGLISTS}, {@link DwarfSection#LOCLISTS}, {@link
   *     DwarfSection#ADDR} or {@link DwarfSection#STR_OFFSETS}
   */
  public static ListTables read(
      DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Reader reader = new Reader(sections, section, diagnostics);
    reader.read();
    return new ListTables(reader);
  }

  /** The section they are in. */
  public DwarfSection section() {
    return section;
  }

  /** How many tables there are. */
  public int count() {
    return start.length;
  }

  /** First byte of a table, its header. */
  public long start(int table) {
    return start[table];
  }

  /** Where its entries begin: what units state as their base. */
  public long entriesStart(int table) {
    return entriesStart[table];
  }

  /** End of a table, exclusive. */
  public long end(int table) {
    return end[table];
  }

  /** Bytes of an offset in it: 4 or 8. */
  public int offsetSize(int table) {
    return offsetSize[table];
  }

  /** How many offsets of lists its entries begin with; 0 if it is no table of lists. */
  public long offsetCount(int table) {
    return offsetCount[table];
  }

  @Override
  public String toString() {
    return count() + " tables";
  }

  private static final class Reader {
    private final DwarfSections sections;
    private final DwarfSection section;
    private final Diagnostics diagnostics;
    private final LongColumn start = new LongColumn(0);
    private final LongColumn entriesStart = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final ByteColumn offsetSize = new ByteColumn(0);
    private final LongColumn offsetCount = new LongColumn(0);

    Reader(DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
      this.sections = sections;
      this.section = section;
      this.diagnostics = diagnostics;
    }

    void read() {
      Bytes bytes = sections.bytes(section);
      Window window = new Window(bytes, 0, bytes.length());
      long at = 0;
      while (at < bytes.length()) {
        window.reset(at, bytes.length());
        TableLength length = TableLength.read(window);
        if (!length.isValid()) {
          String found = (bytes.length() - at) + " bytes that are no such table";
          diagnostics.add(sections.defect(section, at, length.expected(), found));
          return;
        }
        if (!length.isPadding()) {
          window.reset(length.bodyStart(), length.end());
          header(window, at, length);
        }
        at = length.end();
      }
    }

    private void header(Window window, long at, TableLength length) {
      boolean isOfLists = section == DwarfSection.RNGLISTS || section == DwarfSection.LOCLISTS;
      int version = window.u16();
      // Sizes of address and segment selector; those of names have padding there.
      window.skip(2);
      long offsets = isOfLists ? window.u32() : 0;
      if (version != 5 || window.isOverrun()) {
        String found = "version " + version + " in " + (length.end() - at) + " bytes";
        diagnostics.add(sections.defect(section, at, "a header of version 5", found));
        return;
      }
      start.add(at);
      entriesStart.add(window.position());
      end.add(length.end());
      offsetSize.add((byte) length.offsetSize());
      offsetCount.add(offsets);
    }
  }
}
