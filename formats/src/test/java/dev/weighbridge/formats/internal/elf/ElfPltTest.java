package dev.weighbridge.formats.internal.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.linking.ElfPltSlot;
import dev.weighbridge.formats.elf.relocations.ElfRelocationRole;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PLT slots of each machine lead to their imports. */
class ElfPltTest {
  private static ElfFile elf(String fixture) {
    return ElfFile.of(Fixtures.bytes("elf/" + fixture));
  }

  /** What {@code objdump -d -j .plt -j .plt.got} calls the slots. */
  @Test
  void agreesWithObjdump() {
    assertThat(elf("c-x64").pltSlots())
        .extracting(s -> Long.toHexString(s.address()) + " " + s.name())
        .containsExactly(
            "1030 qsort", "1040 strlen", "1050 printf", "1060 strcmp", "1070 __cxa_finalize");
  }

  /** GNU ld and lld lay the slots of .plt out in the order of the relocations of .got.plt. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c-x64",
        "c-relr",
        "c-i686",
        "c-aarch64",
        "c-armhf",
        "c-riscv64",
        "c-s390x",
        "c-sparc64"
      })
  void followsTheOrderOfTheRelocations(String fixture) {
    ElfFile elf = elf(fixture);
    List<String> imports = new ArrayList<>();
    for (ElfRelocations table : elf.relocations()) {
      for (int row = 0; row < table.count(); row++) {
        if (table.role(row) == ElfRelocationRole.JUMP_SLOT) {
          imports.add(table.symbols().name(table.symbol(row)));
        }
      }
    }
    List<ElfPltSlot> slots =
        elf.pltSlots().stream().filter(s -> s.section().equals(".plt")).toList();
    assertThat(slots).extracting(ElfPltSlot::name).isEqualTo(imports).isNotEmpty();
    long end = elf.section(".plt").orElseThrow().offset();
    for (ElfPltSlot slot : slots) {
      assertThat(slot.fileStart()).isGreaterThanOrEqualTo(end);
      end = slot.fileEnd();
    }
  }

  @Test
  void findsTheStubsOfMips() {
    assertThat(elf("c-mips").pltSlots())
        .extracting(ElfPltSlot::name)
        .containsExactlyInAnyOrder("qsort", "strlen", "printf", "__libc_start_main", "strcmp");
  }
}
