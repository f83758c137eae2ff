package dev.weighbridge.formats.elf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.dynamic.ElfGnuHashTable;
import dev.weighbridge.formats.elf.dynamic.ElfHashTable;
import dev.weighbridge.formats.elf.headers.ElfConstants;
import dev.weighbridge.formats.elf.relocations.ElfRelocation;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.testing.FixtureFolder;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.unwind.EhFrame;
import dev.weighbridge.formats.unwind.ExceptionTables;
import dev.weighbridge.formats.unwind.FrameDescriptionEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Robbed of its section headers, a file still says what the loader reads. */
class ElfLoaderViewTest {
  static Stream<String> dynamicFixtures() {
    return FixtureFolder.binaries("elf").stream()
        .filter(fixture -> !fixture.endsWith(".debug"))
        .filter(fixture -> !ElfFile.of(Fixtures.bytes(fixture)).dynamic().entries().isEmpty());
  }

  private static ElfFile robbed(String fixture) {
    byte[] file = Fixtures.array(fixture);
    boolean is64Bit = file[ElfConstants.EI_CLASS] == ElfConstants.ELFCLASS64;
    // e_shoff, then e_shnum and e_shstrndx.
    Arrays.fill(file, is64Bit ? 40 : 32, is64Bit ? 48 : 36, (byte) 0);
    Arrays.fill(file, is64Bit ? 60 : 48, is64Bit ? 64 : 52, (byte) 0);
    ElfFile elf = ElfFile.of(Bytes.of(file));
    assertThat(elf.sections()).isEmpty();
    return elf;
  }

  private static <T> void agrees(String fixture, Function<ElfFile, T> question) {
    T answer = question.apply(robbed(fixture));
    assertThat(answer).isEqualTo(question.apply(ElfFile.of(Fixtures.bytes(fixture))));
  }

  @ParameterizedTest
  @MethodSource("dynamicFixtures")
  void knowsTheDynamicTables(String fixture) {
    agrees(fixture, elf -> elf.dynamic().entries());
    agrees(fixture, elf -> elf.dynamicSymbolTable().stream().toList());
    agrees(fixture, elf -> elf.versions().needs());
    agrees(fixture, elf -> elf.versions().definitions());
    agrees(fixture, elf -> elf.hashTable().map(ElfHashTable::chainCount));
    agrees(fixture, elf -> elf.gnuHashTable().map(ElfGnuHashTable::bucketCount));
    agrees(fixture, elf -> elf.interpreter());
    agrees(fixture, elf -> elf.buildId());
  }

  @ParameterizedTest
  @MethodSource("dynamicFixtures")
  void knowsTheRelocations(String fixture) {
    agrees(fixture, ElfLoaderViewTest::relocations);
  }

  /** Which tables come first is up to the linker. */
  private static List<ElfRelocation> relocations(ElfFile elf) {
    List<ElfRelocation> rows = new ArrayList<>();
    for (ElfRelocations table : elf.relocations()) {
      table.stream().forEach(rows::add);
    }
    rows.sort(
        (a, b) ->
            a.fileStart() == b.fileStart()
                ? Long.compare(a.place(), b.place())
                : Long.compare(a.fileStart(), b.fileStart()));
    return rows;
  }

  @ParameterizedTest
  @MethodSource("dynamicFixtures")
  void knowsTheUnwindTables(String fixture) {
    if (ElfFile.of(Fixtures.bytes(fixture)).section(".eh_frame_hdr").isPresent()) {
      agrees(fixture, ElfLoaderViewTest::frames);
      agrees(fixture, ElfLoaderViewTest::exceptionTables);
    }
  }

  private static List<FrameDescriptionEntry> frames(ElfFile elf) {
    List<FrameDescriptionEntry> rows = new ArrayList<>();
    for (EhFrame frames : elf.unwindTables().ehFrames()) {
      frames.fdes().forEach(rows::add);
    }
    return rows;
  }

  private static List<ExceptionTables.Table> exceptionTables(ElfFile elf) {
    List<ExceptionTables.Table> rows = new ArrayList<>();
    for (ExceptionTables tables : elf.unwindTables().exceptionTables()) {
      tables.stream().forEach(rows::add);
    }
    return rows;
  }
}
