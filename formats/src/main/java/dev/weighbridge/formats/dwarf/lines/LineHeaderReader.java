package dev.weighbridge.formats.dwarf.lines;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.Encoding;
import dev.weighbridge.formats.dwarf.TableLength;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the header of a line program. DWARF 5, 6.2.4. */
final class LineHeaderReader {
  private final DwarfUnit unit;
  private final Bytes section;
  private final long start;
  private final Diagnostics diagnostics;

  // read() fills it wherever it finds a header.
  @SuppressWarnings("NullAway.Init")
  private LineFiles files;

  LineHeaderReader(DwarfUnit unit, long start, Diagnostics diagnostics) {
    this.unit = unit;
    this.section = unit.sections().bytes(DwarfSection.LINE);
    this.start = start;
    this.diagnostics = diagnostics;
  }

  Optional<LineHeader> read() {
    if (start >= section.length()) {
      return refuse("a line program in the section", "one at " + start);
    }
    Window window = new Window(section, start, section.length());
    TableLength length = TableLength.read(window);
    if (!length.isValid()) {
      return refuse(length.expected(), "a longer one");
    }
    window.reset(length.bodyStart(), length.end());
    int version = window.u16();
    if (version < 2 || version > 5) {
      return refuse("version 2 to 5", "version " + version);
    }
    int addressSize = unit.encoding().addressSize();
    if (version >= 5) {
      addressSize = window.u8();
      // The size of a segment selector, which no machine in use has.
      window.skip(1);
    }
    if (!Encoding.isAddressSize(addressSize)) {
      return refuse("addresses of 2, 4 or 8 bytes", addressSize + " bytes");
    }
    return read(window, length.end(), new Encoding(version, length.offsetSize(), addressSize));
  }

  private Optional<LineHeader> read(Window window, long end, Encoding encoding) {
    long headerLength = window.number(encoding.offsetSize());
    long programStart = window.position() + headerLength;
    if (headerLength < 0 || headerLength > end - window.position() || window.isOverrun()) {
      return refuse("a header inside the program", "one of " + headerLength + " bytes");
    }
    window.reset(window.position(), programStart);
    int minInstructionLength = window.u8();
    int maxOperations = encoding.version() >= 4 ? window.u8() : 1;
    boolean isStatement = window.u8() != 0;
    int lineBase = (byte) window.u8();
    int lineRange = window.u8();
    int opcodeBase = window.u8();
    if (opcodeBase == 0 || window.isOverrun()) {
      return refuse("a first special opcode of 1 or more", "none");
    }
    List<Integer> operandCounts = new ArrayList<>();
    for (int opcode = 1; opcode < opcodeBase; opcode++) {
      operandCounts.add(window.u8());
    }
    LineFileReader reader = new LineFileReader(unit, window, encoding);
    if (!reader.read() || window.isOverrun()) {
      return refuse("lists of directories and files inside the header", reader.found());
    }
    files = reader.files();
    LineHeader header =
        new LineHeader(
            start,
            programStart,
            end,
            encoding,
            minInstructionLength,
            Math.max(1, maxOperations),
            isStatement,
            lineBase,
            lineRange,
            opcodeBase,
            operandCounts);
    return Optional.of(header);
  }

  /** The files of the header that was read. */
  LineFiles files() {
    return files;
  }

  private Optional<LineHeader> refuse(String expected, String found) {
    diagnostics.add(unit.sections().defect(DwarfSection.LINE, start, expected, found));
    return Optional.empty();
  }
}
