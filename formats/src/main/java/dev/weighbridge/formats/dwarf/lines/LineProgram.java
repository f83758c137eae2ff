package dev.weighbridge.formats.dwarf.lines;

import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.Encoding;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;
import java.util.Optional;

/**
 * A line program: a header, a list of files, and instructions that make rows. DWARF 5, 6.2.
 *
 * <p>Several units may name the same program: type units that of their compile unit, and partial
 * units. Immutable.
 */
public final class LineProgram {
  private final DwarfSections sections;
  private final LineHeader header;
  private final LineFiles files;

  private LineProgram(DwarfSections sections, LineHeader header, LineFiles files) {
    this.sections = sections;
    this.header = header;
    this.files = files;
  }

  /** The program that a unit names; empty if it names none, or one that cannot be read. */
  public static Optional<LineProgram> of(DwarfUnit unit, Diagnostics diagnostics) {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(diagnostics, "diagnostics");
    long start = unit.lineProgram();
    if (start < 0) {
      return Optional.empty();
    }
    LineHeaderReader reader = new LineHeaderReader(unit, start, diagnostics);
    return reader.read().map(header -> new LineProgram(unit.sections(), header, reader.files()));
  }

  /** The header. */
  public LineHeader header() {
    return header;
  }

  /** How its numbers are written. */
  public Encoding encoding() {
    return header.encoding();
  }

  /** Its files. */
  public LineFiles files() {
    return files;
  }

  /** A cursor before its first row. */
  public LineCursor rows() {
    return new LineCursor(sections, header);
  }

  /** The section it is in. */
  public static DwarfSection section() {
    return DwarfSection.LINE;
  }

  @Override
  public String toString() {
    return header.toString();
  }
}
