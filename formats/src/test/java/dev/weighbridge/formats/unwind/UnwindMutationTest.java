package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.DamagesFiles;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Mutations;
import dev.weighbridge.formats.testing.Tour;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage to the tables themselves, in files that are sound elsewhere. */
@DamagesFiles
class UnwindMutationTest {
  @ParameterizedTest
  @ValueSource(strings = {"c-x64", "cpp-x64", "c-i686", "c-s390x", "c-armhf", "tiny-thumbv7em"})
  void survivesDamagedTables(String name) {
    byte[] file = Fixtures.array("elf/" + name);
    List<UnwindSection> sections = ElfUnwindSections.of(ElfFile.of(Bytes.of(file)));
    for (UnwindSection section : sections) {
      Mutations.of(name + section.name(), file)
          .within(section.fileStart(), section.fileEnd())
          .check(mutant -> readAll(mutant, sections));
    }
  }

  private static void readAll(Bytes mutant, List<UnwindSection> sections) {
    Diagnostics diagnostics = new Diagnostics();
    List<UnwindSection> moved =
        sections.stream()
            .filter(s -> s.fileEnd() <= mutant.length())
            .map(
                s ->
                    new UnwindSection(
                        s.name(),
                        s.role(),
                        mutant.withOrder(s.bytes().order()),
                        s.fileStart(),
                        s.fileEnd(),
                        s.address(),
                        s.pointers()))
            .toList();
    UnwindTables tables = UnwindTables.read(moved, diagnostics);
    for (EhFrame frames : tables.ehFrames()) {
      assertTiles(frames);
      tables.ehFrameHeaders().forEach(header -> header.check(frames, diagnostics));
    }
    for (EhFrameHeader header : tables.ehFrameHeaders()) {
      header.frames(address -> address).ifPresent(found -> EhFrame.read(found, diagnostics));
    }
    for (ExceptionTables exceptions : tables.exceptionTables()) {
      for (int row = 0; row < exceptions.count(); row++) {
        assertThat(exceptions.fileEnd(row)).isGreaterThanOrEqualTo(exceptions.fileStart(row));
        exceptions.callSites(row);
      }
    }
    Tour.of(tables);
    assertThat(diagnostics.list()).hasSizeLessThan(20);
  }

  private static void assertTiles(EhFrame frames) {
    long at = frames.section().fileStart();
    for (int row = 0; row < frames.count(); row++) {
      assertThat(frames.fileStart(row)).isEqualTo(at);
      at = frames.fileEnd(row);
      assertThat(at).isGreaterThan(frames.fileStart(row));
    }
    assertThat(at).isEqualTo(frames.section().fileEnd());
  }
}
