package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_high_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_stmt_list;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sec_offset;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNE_end_sequence;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_advance_line;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_advance_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_copy;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_LNS_set_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_compile_unit;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static dev.weighbridge.formats.dwarf.DwarfWriter.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.testing.ByteWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line programs that break one rule: their rows are read as far as they make sense. */
@Timeout(20)
class DamagedLinesTest extends DamagedDwarf {
  private void unitWithLines(int program) {
    int table = writer.size(DwarfSection.ABBREV);
    writer.abbreviation(
        UNIT,
        DW_TAG_compile_unit,
        false,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data1,
        DW_AT_stmt_list,
        DW_FORM_sec_offset);
    writer.endAbbreviations();
    writer.unit(4, table, out -> out.u8(UNIT).u64(TEXT).u8(16).u32(program));
  }

  private static ByteWriter setAddress(ByteWriter out) {
    return out.u8(0, 9, 2).u64(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"range 0", "base 0", "operations 0", "file 99", "back", "length 0"})
  void oddLinePrograms(String oddity) {
    abbreviations(DW_TAG_subprogram, false);
    int lines =
        writer.lines(
            oddity.equals("range 0") ? 0 : 14,
            oddity.equals("base 0") ? 0 : 13,
            oddity.equals("operations 0") ? 0 : 1,
            out -> {
              setAddress(out);
              switch (oddity) {
                case "range 0" -> out.u8(0x20);
                case "file 99" -> out.u8(DW_LNS_set_file, 99, DW_LNS_copy);
                case "back" -> out.u8(DW_LNS_copy, DW_LNS_advance_pc).uleb128(1L << 63).u8(1);
                case "length 0" -> out.u8(0, 0, DW_LNS_copy);
                default -> out.u8(DW_LNS_copy);
              }
              out.u8(DW_LNS_advance_pc, 16, 0, 1, DW_LNE_end_sequence);
            });
    unitWithLines(lines);
    goodUnit();
    read();
    LineTable table = debug.lines();
    int row = table.rowAt(TEXT);
    switch (oddity) {
      case "range 0", "base 0" -> {
        assertThat(row).isEqualTo(-1);
        assertThat(debug.diagnostics()).hasSize(1);
      }
      case "file 99" -> assertThat(table.file(row)).isEqualTo(-1);
      case "back" -> assertThat(table.runEnd(0)).isEqualTo(TEXT + 32);
      default -> {
        assertThat(table.sources().path(table.file(row))).isEqualTo("a.c");
        assertThat(table.runEnd(0)).isEqualTo(TEXT + 16);
      }
    }
  }

  /** Rows that fall back: each owns the code up to the next, if that lies behind it. */
  @Test
  void linesThatFall() {
    abbreviations(DW_TAG_subprogram, false);
    int lines =
        writer.lines(
            14,
            13,
            1,
            out -> {
              setAddress(out).u8(DW_LNS_copy, DW_LNS_advance_pc, 8, DW_LNS_advance_line, 1, 1);
              setAddress(out).u8(DW_LNS_advance_pc, 2, DW_LNS_advance_line, 1, DW_LNS_copy);
              out.u8(DW_LNS_advance_pc, 10, 0, 1, DW_LNE_end_sequence);
            });
    unitWithLines(lines);
    goodUnit();
    read();
    LineTable table = debug.lines();
    assertThat(table.line(table.rowAt(TEXT))).isEqualTo(1);
    assertThat(table.line(table.rowAt(TEXT + 7))).isEqualTo(1);
    assertThat(table.line(table.rowAt(TEXT + 11))).isEqualTo(3);
    assertThat(table.rowAt(TEXT + 12)).isEqualTo(-1);
    isComplainedOf("sequences of others");
  }
}
