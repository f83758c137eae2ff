package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_abstract_origin;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_high_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_specification;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_exprloc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_indirect;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sec_offset;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_compile_unit;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_inlined_subroutine;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_lexical_block;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_variable;
import static dev.weighbridge.formats.dwarf.DwarfWriter.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfSection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Debug information that breaks one rule: a damaged unit costs that unit and one diagnostic, and
 * nothing costs more time than the bytes are worth.
 */
@Timeout(20)
class DamagedDwarfTest extends DamagedDwarf {
  @ParameterizedTest
  @ValueSource(ints = {0x7f, 0x1f00, 0xffff, 0x10000})
  void unknownForms(int form) {
    abbreviations(DW_TAG_subprogram, false, DW_AT_name, form, DW_AT_low_pc, DW_FORM_addr);
    badUnit(out -> out.u8(OTHER).text("abc").u64(TEXT).u8(0));
    goodUnit();
    read();
    isComplainedOf("form 0x");
  }

  @Test
  void formsThatLeadToForms() {
    abbreviations(DW_TAG_subprogram, false, DW_AT_name, DW_FORM_indirect);
    badUnit(out -> out.u8(OTHER).raw(new byte[] {22, 22, 22, 22, 11, 1}).u8(0));
    goodUnit();
    read();
    isComplainedOf("another form");
  }

  @Test
  void codesWithoutAbbreviation() {
    abbreviations(DW_TAG_subprogram, false);
    badUnit(out -> out.u8(9, 9, 9, 0));
    goodUnit();
    read();
    isComplainedOf("found 9");
  }

  @Test
  void abbreviationsElsewhere() {
    abbreviations(DW_TAG_subprogram, false);
    writer.unit(4, 0xffff_fff0L, out -> body(out, UNIT, "bad.c", TEXT, 16).u8(0));
    goodUnit();
    read();
    isComplainedOf("one at 0xfffffff0");
  }

  @Test
  void blocksAndNumbersWithoutEnd() {
    abbreviations(DW_TAG_variable, false, DW_AT_location, DW_FORM_exprloc);
    badUnit(out -> out.u8(OTHER).uleb128(Long.MAX_VALUE).u8(0));
    goodUnit();
    read();
    isComplainedOf("cut short");
  }

  @Test
  void textWithoutEnd() {
    abbreviations(DW_TAG_subprogram, false, DW_AT_name, DW_FORM_strp);
    writer.section(DwarfSection.STR).raw((byte) 'a', (byte) 'b');
    badUnit(out -> out.u8(OTHER).u32(1).u8(0));
    goodUnit();
    read();
    assertThat(debug.diagnostics()).isEmpty();
  }

  /** Nothing is read behind a length that cannot be true; what stands before it is. */
  @ParameterizedTest
  @ValueSource(longs = {0xffff_fff0L, 0x1000, 0xffff_fffeL})
  void unitsLongerThanTheSection(long length) {
    abbreviations(DW_TAG_subprogram, false);
    goodUnit();
    writer.section(DwarfSection.INFO).u32(length).u16(4).u32(0).u8(8);
    read();
    assertThat(debug.units().count()).isEqualTo(1);
    DebugBytes bytes = debug.bytes();
    int range = bytes.rangeAt(0, writer.size(DwarfSection.INFO) - 1);
    assertThat(bytes.owner(range)).isEqualTo(DebugBytes.NONE);
  }

  @Test
  void lengthsThatWrapAround() {
    abbreviations(DW_TAG_subprogram, false);
    goodUnit();
    writer.section(DwarfSection.INFO).u32(0xffff_ffffL).u64(-1).u16(4).padTo(200);
    read();
    assertThat(debug.units().count()).isEqualTo(1);
  }

  /** Assemblers leave zeros between units, and units without entries. */
  @Test
  void paddingAndEmptyUnits() {
    abbreviations(DW_TAG_subprogram, false);
    writer.section(DwarfSection.INFO).u32(0).u32(0);
    writer.unit(4, 0, out -> {});
    writer.unit(4, 0, out -> out.u8(0, 0, 0));
    goodUnit();
    read();
    assertThat(debug.units().count()).isEqualTo(3);
    assertThat(debug.diagnostics()).isEmpty();
  }

  @Test
  void originsThatGoRoundInACircle() {
    abbreviations(
        DW_TAG_subprogram,
        false,
        DW_AT_abstract_origin,
        DW_FORM_ref4,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data8);
    int here = 11 + 1 + 6 + 16;
    badUnit(out -> out.u8(OTHER).u32(here).u64(TEXT).u64(16).u8(0));
    goodUnit();
    read();
    InlineTable inlines = debug.inlines();
    int scope = inlines.code().rowAt(TEXT);
    assertThat(inlines.functions().name(inlines.function(scope))).isEmpty();
    assertThat(inlines.functions().qualifiedName(inlines.function(scope))).isEmpty();
  }

  @Test
  void classesInsideTheirOwnFunctions() {
    abbreviations(
        DW_TAG_subprogram,
        true,
        DW_AT_specification,
        DW_FORM_ref4,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data8);
    int first = 11 + 1 + 6 + 16;
    int second = first + 21;
    badUnit(
        out -> {
          out.u8(OTHER).u32(second).u64(TEXT).u64(16);
          body(out, FUNCTION, "f", TEXT, 8).u8(0, 0, 0);
        });
    goodUnit();
    read();
    InlineTable inlines = debug.inlines();
    int scope = inlines.code().rowAt(TEXT);
    String name = inlines.functions().qualifiedName(inlines.function(scope));
    assertThat(name).endsWith("f").hasSizeLessThan(1_000);
  }

  @Test
  void referencesOutOfTheUnit() {
    abbreviations(
        DW_TAG_subprogram,
        false,
        DW_AT_abstract_origin,
        DW_FORM_ref4,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data8);
    badUnit(out -> out.u8(OTHER).u32(0x7fff_ffff).u64(TEXT).u64(16).u8(0));
    goodUnit();
    read();
    assertThat(debug.inlines().code().rowAt(TEXT)).isNotNegative();
  }

  @Test
  void entriesDeepInsideEachOther() {
    abbreviations(DW_TAG_lexical_block, true);
    badUnit(
        out -> {
          for (int i = 0; i < 1_000_000; i++) {
            out.u8(OTHER);
          }
        });
    goodUnit();
    read();
  }

  @Test
  void rangesWithoutEnd() {
    abbreviations(DW_TAG_subprogram, false, DW_AT_ranges, DW_FORM_sec_offset);
    for (int i = 0; i < 8; i++) {
      writer.section(DwarfSection.RANGES).u64(TEXT + i).u64(TEXT + i + 1);
    }
    badUnit(out -> out.u8(OTHER).u32(0).u8(OTHER).u32(1 << 20).u8(0));
    goodUnit();
    read();
    isComplainedOf("2 others");
  }

  /** Nothing is added to the mark of dropped code, and no sum is taken that wraps around. */
  @Test
  void rangesThatWrapAround() {
    abbreviations(DW_TAG_subprogram, false, DW_AT_ranges, DW_FORM_sec_offset);
    writer.section(DwarfSection.RANGES).u64(-1).u64(-16).u64(8).u64(-3);
    writer.section(DwarfSection.RANGES).u64(-1).u64(-1).u64(TEXT + 1).u64(TEXT + 9);
    writer.section(DwarfSection.RANGES).u64(-1).u64(0).u64(TEXT + 9).u64(TEXT + 8).u64(0).u64(0);
    badUnit(out -> out.u8(OTHER).u32(0).u8(0));
    goodUnit();
    read();
    assertThat(debug.inlines().code().rowAt(TEXT + 8)).isEqualTo(-1);
  }

  @Test
  void theWholeAddressSpace() {
    abbreviations(DW_TAG_subprogram, false);
    writer.unit(4, 0, out -> body(out, UNIT, "all.c", 0, -1).u8(0));
    writer.unit(4, 0, out -> body(out, UNIT, "rest.c", TEXT, Long.MAX_VALUE).u8(0));
    writer.unit(4, 0, out -> body(out, UNIT, "twice.c", TEXT, 32).u8(0));
    writer.unit(
        4,
        0,
        out -> {
          body(out, UNIT, "good.c", TEXT + 16, 16);
          body(out, FUNCTION, "g", TEXT + 16, 16).u8(0, 0);
        });
    CodeAddresses code = new CodeAddresses.Builder().add(TEXT, 32).build();
    AddressMap units = DwarfPrograms.of(writer.dwarf(), code, List.of()).units().code();
    assertThat(units.count()).isEqualTo(1);
    assertThat(units.row(0)).isEqualTo(1);
    assertThat(units.end(0)).isEqualTo(TEXT + 32);
  }

  /** Twenty thousand small units that name one large table, or tables inside each other. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void tablesSharedByMany(int step) {
    abbreviations(DW_TAG_subprogram, false);
    int first = writer.size(DwarfSection.ABBREV);
    for (int i = 0; i < 50_000; i++) {
      writer.abbreviation(100 + i, DW_TAG_variable, false);
    }
    writer.abbreviation(7, DW_TAG_compile_unit, false).endAbbreviations();
    for (int i = 0; i < 20_000; i++) {
      writer.unit(4, first + (long) i * step * 6, out -> out.u8(7));
    }
    goodUnit();
    read();
    assertThat(debug.diagnostics()).hasSizeLessThan(2_500);
  }

  /** Hundred thousand functions that share one long list of ranges. */
  @Test
  void listsSharedByMany() {
    abbreviations(DW_TAG_inlined_subroutine, false, DW_AT_ranges, DW_FORM_sec_offset);
    for (int i = 0; i < 50_000; i++) {
      writer.section(DwarfSection.RANGES).u64(TEXT).u64(TEXT + 1);
    }
    writer.section(DwarfSection.RANGES).u64(0).u64(0);
    badUnit(
        out -> {
          for (int i = 0; i < 100_000; i++) {
            out.u8(OTHER).u32(0);
          }
          out.u8(0);
        });
    goodUnit();
    read();
    assertThat(debug.diagnostics()).isNotEmpty();
  }

  /** A body in many pieces, and as many bodies over all of them. */
  @Test
  void piecesOfPieces() {
    writer.abbreviation(UNIT, DW_TAG_subprogram, true, DW_AT_ranges, DW_FORM_sec_offset);
    writer.abbreviation(
        FUNCTION,
        DW_TAG_inlined_subroutine,
        false,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data4);
    writer.abbreviation(OTHER, DW_TAG_compile_unit, true).endAbbreviations();
    for (int i = 0; i < 10_000; i++) {
      writer.section(DwarfSection.RANGES).u64(TEXT + 4L * i).u64(TEXT + 4L * i + 2);
    }
    writer.section(DwarfSection.RANGES).u64(0).u64(0);
    writer.unit(
        4,
        0,
        out -> {
          out.u8(OTHER, UNIT).u32(0);
          for (int i = 0; i < 10_000; i++) {
            out.u8(FUNCTION).u64(TEXT).u32(40_000);
          }
          out.u8(0, 0);
        });
    CodeAddresses code = new CodeAddresses.Builder().add(TEXT, 50_000).build();
    InlineTable inlines = DwarfPrograms.of(writer.dwarf(), code, List.of()).inlines();
    assertThat(inlines.firstRange(inlines.count())).isLessThan(300_000);
    assertThat(inlines.code().rowAt(TEXT)).isEqualTo(1);
    assertThat(inlines.code().rowAt(TEXT + 2)).isEqualTo(-1);
  }
}
