package dev.weighbridge.formats.internal.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program whose functions are told in other files, some of which are not there. */
class MissingSplitsTest {
  private static ElfDwarf elf(String name) {
    return ElfDwarf.of(ElfFile.of(Fixtures.bytes("dwarf/" + name)));
  }

  private static DebugInformation of(String program, String... splits) {
    ElfDwarf elf = elf(program);
    List<Dwarf> found =
        Stream.of(splits).map(split -> Dwarf.of(elf(split).splitSections())).toList();
    return DwarfPrograms.of(Dwarf.of(elf.sections()), elf.code(), found);
  }

  private static List<String> sentences(DebugInformation debug) {
    return debug.diagnostics().stream().map(one -> one.sentence()).toList();
  }

  /** Names and numbers of units are those that llvm-dwarfdump prints. */
  @ParameterizedTest
  @CsvSource({"split-v4,paint.dwo", "split-v5,paint.dwo"})
  void aProgramAlone(String program, String first) {
    DebugInformation debug = of(program);
    String expected =
        "split units: expected a file such as " + first + " for each of 4, found none for 4";
    assertThat(sentences(debug)).isEmpty();
    assertThat(debug.inlines().count()).isZero();
    assertThat(sentences(debug)).containsExactly(expected);
    assertThat(debug.units().count()).isEqualTo(4);
    assertThat(debug.variables().count()).isZero();
    assertThat(sentences(debug)).containsExactly(expected);
  }

  @Test
  void someOfThem() {
    DebugInformation debug = of("split-v5", "split-v5-paint.dwo", "split-v5-start.dwo");
    assertThat(debug.inlines().count()).isPositive();
    assertThat(sentences(debug)).hasSize(1).allMatch(one -> one.endsWith("found none for 2"));
  }

  @Test
  void allInOnePackage() {
    DebugInformation debug = of("split-v5", "split-v5.dwp");
    assertThat(debug.inlines().count()).isPositive();
    assertThat(debug.units().count()).isEqualTo(4);
    assertThat(sentences(debug)).isEmpty();
  }
}
