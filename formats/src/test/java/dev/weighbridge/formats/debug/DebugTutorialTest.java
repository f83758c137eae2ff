package dev.weighbridge.formats.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.internal.dwarf.DwarfDebug;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Tutorial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippet of the package's page compiles, runs and is the one on the page. */
class DebugTutorialTest {
  private static void tutorial(DebugInformation debug, long address, PrintStream out) {
    // Tutorial begins
    UnitTable units = debug.units();
    int unit = units.code().rowAt(address);
    if (unit >= 0) {
      out.println(units.name(unit) + ", " + units.language(unit));
    }
    LineTable lines = debug.lines();
    int row = lines.rowAt(address);
    if (row >= 0 && lines.file(row) >= 0) {
      out.println(lines.sources().path(lines.file(row)) + ":" + lines.line(row));
    }
    InlineTable inlines = debug.inlines();
    int scope = inlines.code().rowAt(address);
    while (scope >= 0) {
      String name = inlines.functions().qualifiedName(inlines.function(scope));
      out.println((inlines.isInlined(scope) ? "inlined " : "in ") + name);
      scope = inlines.parent(scope);
    }
    // Tutorial ends
  }

  /** What addr2line -i -f of binutils 2.40 says, too. */
  @Test
  void itsSnippetRuns() {
    ElfDwarf elf = ElfDwarf.of(ElfFile.of(Fixtures.bytes("elf/c-x64-g-dwarf5")));
    DwarfDebug source = new DwarfDebug(Dwarf.of(elf.sections()), elf.code(), List.of());
    DebugInformation debug = DebugInformation.of(source, List.of(new DebugFile("", "")));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    tutorial(debug, 0x12f4, new PrintStream(text, true, StandardCharsets.UTF_8));
    assertThat(text.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("prog.c, C11", "/src/c/util.h:2", "inlined is_space", "in count_words");
  }

  @Test
  void itsSnippetIsThisOne() throws IOException {
    Tutorial.check("dev/weighbridge/formats/debug", "DebugTutorialTest");
  }
}
