package dev.weighbridge.formats.dwarf.index;

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
 * The sets that a section of a lookup table consists of, each of one unit: where each lies, and
 * which unit it is of. DWARF 4, 6.1.1 and 6.1.2. Immutable.
 *
 * <p>What is in a set its own table reads: {@link AddressRanges} and {@link PublicNames}.
 */
public final class UnitSets {
  private static final int VERSION = 2;

  private final DwarfSection section;
  private final long[] start;
  private final long[] bodyStart;
  private final long[] end;
  private final byte[] offsetSize;
  private final long[] unit;

  private UnitSets(Reader reader) {
    section = reader.section;
    start = reader.start.freeze();
    bodyStart = reader.bodyStart.freeze();
    end = reader.end.freeze();
    offsetSize = reader.offsetSize.freeze();
    unit = reader.unit.freeze();
  }

  /**
   * Reads where the sets of a section are.
   *
   * @param section {@link DwarfSection#ARANGES}, {@link DwarfSection#PUBNAMES}, {@link
   *     DwarfSection#PUBTYPES} or one of their GNU forms
   */
  public static UnitSets read(
      DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Reader reader = new Reader(sections, section, diagnostics);
    reader.read();
    return new UnitSets(reader);
  }

  /** The section they are in. */
  public DwarfSection section() {
    return section;
  }

  /** How many sets there are. */
  public int count() {
    return start.length;
  }

  /** First byte of a set, its header. */
  public long start(int set) {
    return start[set];
  }

  /** Where a set goes on behind the place of its unit. */
  public long bodyStart(int set) {
    return bodyStart[set];
  }

  /** End of a set, exclusive. */
  public long end(int set) {
    return end[set];
  }

  /** Bytes of an offset in a set: 4 or 8. */
  public int offsetSize(int set) {
    return offsetSize[set];
  }

  /** Where the unit of a set begins in {@link DwarfSection#INFO}, as stated. */
  public long unit(int set) {
    return unit[set];
  }

  @Override
  public String toString() {
    return count() + " sets";
  }

  private static final class Reader {
    private final DwarfSections sections;
    private final DwarfSection section;
    private final Diagnostics diagnostics;
    private final LongColumn start = new LongColumn(0);
    private final LongColumn bodyStart = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final ByteColumn offsetSize = new ByteColumn(0);
    private final LongColumn unit = new LongColumn(0);

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
          String found = (bytes.length() - at) + " bytes that are no such set";
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
      int version = window.u16();
      long of = window.number(length.offsetSize());
      if (version != VERSION || window.isOverrun()) {
        String found = "version " + version + " in " + (length.end() - at) + " bytes";
        diagnostics.add(sections.defect(section, at, "a set of version " + VERSION, found));
        return;
      }
      start.add(at);
      bodyStart.add(window.position());
      end.add(length.end());
      offsetSize.add((byte) length.offsetSize());
      unit.add(of);
    }
  }
}
