package dev.weighbridge.formats.internal.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_abstract_origin;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_byte_size;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_file;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_decl_line;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_specification;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_stmt_list;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_upper_bound;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_exprloc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sec_offset;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_OP_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_OP_plus_uconst;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_array_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_base_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_compile_unit;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subrange_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.VariableTable;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.DwarfWriter;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that have an address, and where they are declared. */
@Timeout(20)
class VariableFactsTest {
  /** What entries are written at: behind the header of a unit of version 4 and its first entry. */
  private static final int FIRST_ENTRY = 11 + 1 + 4;

  private static final long DATA = 0x40_4000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-x64-g-dwarf2",
        "c-x64-g-dwarf3",
        "c-x64-g-dwarf4",
        "c-x64-g-dwarf64",
        "elf-c-x64-g-dwarf5",
        "elf-c-s390x",
        "elf-c-aarch64",
        "elf-c-armhf",
        "debugnames-lld",
        "dwarf64-clang",
        "tomb-lld-v4",
        "tomb-lld-v5",
        "tomb-bfd-v5",
        "tomb-gold-v4",
        "mixed-versions",
        "lto-gcc",
        "art.exe",
        "libart.dSYM"
      })
  void ofRealFiles(String name) {
    VariableTable variables = DwarfPrograms.of(name).variables();
    List<String> expected = Truth.of("dwarf/variables").part(name);
    List<String> actual = new ArrayList<>();
    for (int row = 0; row < variables.count(); row++) {
      boolean isSizeTold = row >= expected.size() || !expected.get(row).contains(" - ");
      String size = isSizeTold ? size(variables, row) + "" : "-";
      actual.add(
          Long.toHexString(variables.address(row)) + " " + size + " " + place(variables, row));
    }
    assertThat(actual).isEqualTo(expected).isNotEmpty();
  }

  private static long size(VariableTable variables, int row) {
    long address = variables.address(row);
    int range = variables.data().rangeAt(address);
    return range < 0 || variables.data().row(range) != row
        ? 0
        : variables.data().end(range) - address;
  }

  private static String place(VariableTable variables, int row) {
    return variables.sources().path(variables.file(row)) + ":" + variables.line(row);
  }

  /** A file of one unit, whose entries are of abbreviations 2 and on. */
  private static VariableTable read(Consumer<ByteWriter> entries) {
    DwarfWriter writer = new DwarfWriter();
    writer.lines(14, 13, 1, out -> {});
    writer.abbreviation(1, DW_TAG_compile_unit, true, DW_AT_stmt_list, DW_FORM_sec_offset);
    writer.abbreviation(
        2,
        DW_TAG_variable,
        false,
        DW_AT_decl_file,
        DW_FORM_data1,
        DW_AT_decl_line,
        DW_FORM_data1,
        DW_AT_location,
        DW_FORM_exprloc);
    writer.abbreviation(
        3,
        DW_TAG_variable,
        false,
        DW_AT_specification,
        DW_FORM_ref4,
        DW_AT_location,
        DW_FORM_exprloc);
    writer.abbreviation(
        4, DW_TAG_variable, false, DW_AT_decl_file, DW_FORM_data1, DW_AT_decl_line, DW_FORM_data1);
    writer.abbreviation(
        5,
        DW_TAG_variable,
        false,
        DW_AT_abstract_origin,
        DW_FORM_ref4,
        DW_AT_type,
        DW_FORM_ref4,
        DW_AT_location,
        DW_FORM_exprloc);
    writer.abbreviation(6, DW_TAG_array_type, true, DW_AT_type, DW_FORM_ref4);
    writer.abbreviation(7, DW_TAG_subrange_type, false, DW_AT_upper_bound, DW_FORM_data8);
    writer.abbreviation(8, DW_TAG_base_type, false, DW_AT_byte_size, DW_FORM_data8);
    writer.endAbbreviations();
    writer.unit(
        4,
        0,
        out -> {
          out.uleb128(1).u32(0);
          entries.accept(out);
          out.u8(0);
        });
    return DwarfPrograms.of(writer.dwarf(), CodeAddresses.UNKNOWN, List.of()).variables();
  }

  private static ByteWriter expression(ByteWriter out, long address, int... more) {
    return out.uleb128(9 + more.length).u8(DW_OP_addr).u64(address).u8(more);
  }

  @Test
  void aDeclarationIsFollowedFromWhereTheVariableIsDefined() {
    VariableTable variables =
        read(
            out -> {
              out.u8(4, 1, 7);
              expression(out.u8(3).u32(FIRST_ENTRY), DATA);
              int array = FIRST_ENTRY + 3 + 15 + 19;
              expression(out.u8(5).u32(FIRST_ENTRY).u32(array), DATA + 8);
              out.u8(6).u32(array + 5 + 9 + 1).u8(7).u64(9).u8(0).u8(8).u64(4);
            });
    assertThat(variables.count()).isEqualTo(2);
    assertThat(place(variables, variables.beginningAt(DATA))).isEqualTo("a.c:7");
    assertThat(size(variables, 0)).isZero();
    assertThat(variables.beginningAt(DATA + 8)).isEqualTo(1);
    assertThat(size(variables, 1)).isEqualTo(40);
    assertThat(variables.beginningAt(DATA + 9)).isEqualTo(-1);
  }

  @Test
  void onlyOneAddressIsAPlace() {
    VariableTable variables =
        read(
            out -> {
              expression(out.u8(2, 1, 1), DATA, DW_OP_plus_uconst, 4);
              // The address as a value, what it points to, a place of a thread, half an address.
              expression(out.u8(2, 1, 2), DATA + 8, 0x9f);
              expression(out.u8(2, 1, 3), DATA + 16, 0x06);
              expression(out.u8(2, 1, 4), DATA + 24, 0xe0);
              out.u8(2, 1, 5, 3, DW_OP_addr, 1, 2);
              out.u8(2, 1, 6, 0);
              expression(out.u8(2, 1, 7), DATA + 32, DW_OP_plus_uconst, 0x80);
              // What linkers write for what they dropped.
              expression(out.u8(2, 1, 8), 0);
              expression(out.u8(2, 1, 9), -1);
              expression(out.u8(2, 1, 10), -2);
              // A file that is not there.
              expression(out.u8(2, 9, 11), DATA + 40);
              // The same once more.
              expression(out.u8(2, 1, 12), DATA + 4);
            });
    assertThat(variables.count()).isEqualTo(1);
    assertThat(variables.address(0)).isEqualTo(DATA + 4);
    assertThat(place(variables, 0)).isEqualTo("a.c:1");
  }

  /** References go round in circles, sizes overflow, and types are no types. */
  @Test
  void damage() {
    int second = FIRST_ENTRY + 15;
    int array = second + 19;
    VariableTable variables =
        read(
            out -> {
              expression(out.u8(3).u32(FIRST_ENTRY), DATA);
              expression(out.u8(5).u32(array).u32(array), DATA + 8);
              out.u8(6).u32(array).u8(7).u64(-2).u8(7).u64(Long.MAX_VALUE).u8(0);
              expression(out.u8(2, 1, 3), DATA + 16);
            });
    assertThat(variables.count()).isEqualTo(1);
    assertThat(variables.address(0)).isEqualTo(DATA + 16);
    assertThat(read(out -> out.u8(3, 1)).count()).isZero();
    assertThat(read(out -> out.u8(2, 1, 1).uleb128(-1L).u8(DW_OP_addr)).count()).isZero();
  }
}
