package dev.weighbridge.formats.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.unwind.UnwindSection.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records of real files, line by line what {@code readelf --debug-dump=frames} prints. */
class EhFrameFixturesTest {
  @ParameterizedTest
  @ValueSource(strings = {"c-x64", "cpp-x64", "c-i686", "c-s390x", "c-armhf", "c-x64-g-dwarf5"})
  void agreesWithReadelf(String name) {
    UnwindSection section = ElfUnwindSections.first(Fixtures.bytes("elf/" + name), Role.EH_FRAME);
    Diagnostics diagnostics = new Diagnostics();
    EhFrame frames = EhFrame.read(section, diagnostics);
    assertThat(ReadelfFrames.lines(frames))
        .isEqualTo(Fixtures.lines("elf/" + name + ".frames.txt"));
    assertThat(diagnostics.list()).isEmpty();
    assertTiles(frames);
  }

  /** In a relocatable file the places are still to be filled in, here from {@code Elf64_Rela}. */
  @Test
  void agreesWithReadelfWhereRelocationsFillThePlaces() {
    ElfFile elf = ElfFile.of(Fixtures.bytes("elf/util.o"));
    Bytes rela = elf.content(elf.section(".rela.eh_frame").orElseThrow());
    ElfSection target = elf.section(".eh_frame").orElseThrow();
    PointerRules.Relocations relocations =
        (place, value) -> {
          for (long at = 0; at < rela.length(); at += 24) {
            if (rela.i64(at) == place - target.offset()) {
              // All symbols are sections, which readelf takes to be at address 0.
              return rela.i64(at + 16);
            }
          }
          return PointerRules.NOT_RELOCATED;
        };
    EhFrame frames =
        EhFrame.read(
            new UnwindSection(
                ".eh_frame",
                Role.EH_FRAME,
                elf.bytes(),
                target.offset(),
                target.offset() + target.fileSize(),
                target.offset(),
                PointerRules.linked(8).with(relocations)),
            new Diagnostics());
    assertThat(ReadelfFrames.lines(frames)).isEqualTo(Fixtures.lines("elf/util.o.frames.txt"));
  }

  private static void assertTiles(EhFrame frames) {
    long at = frames.section().fileStart();
    for (int row = 0; row < frames.count(); row++) {
      assertThat(frames.fileStart(row)).isEqualTo(at);
      at = frames.fileEnd(row);
    }
    assertThat(at).isEqualTo(frames.section().fileEnd());
  }
}
