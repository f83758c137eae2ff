package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_high_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_string;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_compile_unit;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static dev.weighbridge.formats.dwarf.DwarfWriter.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.UnitTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfWriter;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.testing.ByteWriter;
import java.util.List;
import java.util.function.Consumer;

/** Debug information of a unit that is damaged and one that is sound, whose answers must stay. */
abstract class DamagedDwarf {
  protected static final int UNIT = 1;
  protected static final int FUNCTION = 2;
  protected static final int OTHER = 3;

  protected final DwarfWriter writer = new DwarfWriter();
  protected DebugInformation debug;

  /** Abbreviations of a unit and a function, each with name and code; an odd one may follow. */
  protected void abbreviations(int tag, boolean hasChildren, int... attributes) {
    writer.abbreviation(
        UNIT,
        DW_TAG_compile_unit,
        true,
        DW_AT_name,
        DW_FORM_string,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data8);
    writer.abbreviation(
        FUNCTION,
        DW_TAG_subprogram,
        true,
        DW_AT_name,
        DW_FORM_string,
        DW_AT_low_pc,
        DW_FORM_addr,
        DW_AT_high_pc,
        DW_FORM_data8);
    writer.abbreviation(OTHER, tag, hasChildren, attributes);
    writer.endAbbreviations();
  }

  protected static ByteWriter body(ByteWriter out, int code, String name, long start, long size) {
    return out.uleb128(code).text(name).u64(start).u64(size);
  }

  /** A unit {@code bad.c} with code at [0, 16), and another entry that is damaged. */
  protected int badUnit(Consumer<ByteWriter> entries) {
    return writer.unit(
        4,
        0,
        out -> {
          body(out, UNIT, "bad.c", TEXT, 16);
          entries.accept(out);
        });
  }

  /** A unit {@code good.c} with a function at [16, 32). */
  protected void goodUnit() {
    writer.unit(
        4,
        0,
        out -> {
          body(out, UNIT, "good.c", TEXT + 16, 16);
          body(out, FUNCTION, "g", TEXT + 16, 16).u8(0, 0);
        });
  }

  protected void read() {
    CodeAddresses code = new CodeAddresses.Builder().add(TEXT, 32).build();
    debug = DwarfPrograms.of(writer.dwarf(), code, List.of());
    InlineTable inlines = debug.inlines();
    UnitTable units = debug.units();
    int last = units.count() - 1;
    assertThat(units.name(last)).isEqualTo("good.c");
    assertThat(units.code().rowAt(TEXT + 16)).isEqualTo(last);
    int scope = inlines.code().rowAt(TEXT + 16);
    assertThat(inlines.functions().name(inlines.function(scope))).isEqualTo("g");
    for (int run = 0; run < debug.lines().runCount(); run++) {
      assertThat(debug.lines().runEnd(run)).isGreaterThan(debug.lines().runStart(run));
    }
    assertThat(debug.bytes().sections()).contains(".debug_info");
  }

  protected void isComplainedOf(String found) {
    assertThat(debug.diagnostics())
        .extracting(Diagnostic::sentence)
        .singleElement()
        .asString()
        .contains(found);
  }
}
