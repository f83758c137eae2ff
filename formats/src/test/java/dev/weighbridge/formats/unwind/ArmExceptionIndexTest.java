package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.unwind.ArmExceptionIndex.Entry;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmExceptionIndexTest {
  @ParameterizedTest
  @ValueSource(strings = {"c-armhf", "tiny-thumbv7em"})
  void agreesWithReadelf(String name) {
    UnwindSection section = ElfUnwindSections.first(Fixtures.bytes("elf/" + name), Role.ARM_INDEX);
    ArmExceptionIndex index = ArmExceptionIndex.read(section, new Diagnostics());
    assertThat(index.stream().map(ArmExceptionIndexTest::line))
        .containsExactlyElementsOf(Fixtures.lines("elf/" + name + ".exidx.txt"));
  }

  private static String line(ArmExceptionIndex.Row row) {
    String entry = row.entry() == Entry.CANNOT_UNWIND ? "0x1 [cantunwind]" : row.entry().name();
    return "0x" + Long.toHexString(row.function()) + ": " + entry;
  }

  @Test
  void readsEveryKindOfRow() {
    ByteWriter out = new ByteWriter();
    // Bit 31 is no part of the offset; bit 0 of the function marks Thumb code.
    out.u32(0x101).u32(1).u32(0x7FFF_FFF8).u32(0x80B0_B0B0L).u32(0x200).u32(0x300);
    out.u8(1, 2, 3);
    UnwindSection section = section(".ARM.exidx", Role.ARM_INDEX, out, 0x1000);
    Diagnostics diagnostics = new Diagnostics();
    ArmExceptionIndex index = ArmExceptionIndex.read(section, diagnostics);
    assertThat(index.stream())
        .containsExactly(
            new ArmExceptionIndex.Row(0, 0, 8, 0x1100, Entry.CANNOT_UNWIND, -1),
            new ArmExceptionIndex.Row(1, 8, 16, 0x1000, Entry.INLINE, -1),
            new ArmExceptionIndex.Row(2, 16, 24, 0x1210, Entry.TABLE, 0x1314));
    assertThat(diagnostics.list()).hasSize(1);

    UnwindSection tables =
        section(".ARM.extab", Role.ARM_TABLES, new ByteWriter().padTo(0x20), 0x1310);
    UnwindTables all = UnwindTables.read(List.of(section, tables), new Diagnostics());
    assertThat(all.exceptionTables().get(0).stream())
        .containsExactly(new ExceptionTables.Table(0, 4, 0x20, 0x1210));
  }

  private static UnwindSection section(String name, Role role, ByteWriter out, long address) {
    return new UnwindSection(
        name, role, out.bytes(), 0, out.size(), address, PointerRules.linked(4));
  }
}
