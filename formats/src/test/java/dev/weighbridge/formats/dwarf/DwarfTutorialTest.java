package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_low_pc;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_subprogram;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.formats.testing.Tutorial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet of the package's page compiles, runs and is the one on the page. */
class DwarfTutorialTest {
  private static void tutorial(Path app, PrintStream out) throws IOException {
    // Tutorial begins
    Dwarf dwarf = Dwarf.of(ElfDwarf.of(ElfFile.open(app)).sections());
    AbbreviationTables tables = dwarf.abbreviationTables();
    for (int row = 0; row < dwarf.units().count(); row++) {
      DwarfUnit unit = dwarf.unit(row);
      out.println(unit.texts().text(unit.text(unit.attributes(), DW_AT_name)));
      EntryCursor entry = unit.entries(tables);
      while (entry.next()) {
        if (entry.tag() == DW_TAG_subprogram && entry.has(DW_AT_low_pc)) {
          Attributes attributes = entry.attributes();
          int low = attributes.find(DW_AT_low_pc);
          long start = unit.address(attributes.form(low), attributes.value(low));
          String name = unit.texts().text(unit.text(attributes, DW_AT_name));
          out.println("  " + name + " at " + Long.toHexString(start));
        }
      }
      entry.defect().ifPresent(defect -> out.println(defect.sentence()));
    }
    // Tutorial ends
  }

  @Test
  void itsSnippetRuns(@TempDir Path folder) throws IOException {
    Path app = Files.write(folder.resolve("app"), Fixtures.array("elf/c-x64-g-dwarf5"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    tutorial(app, new PrintStream(text, true, StandardCharsets.UTF_8));
    assertThat(text.toString(StandardCharsets.UTF_8).lines())
        .startsWith("prog.c", "  main at 1080")
        .contains("util.c", "  state_machine at 1440");
  }

  @Test
  void itsSnippetIsThisOne() throws IOException {
    Tutorial.check("dev/weighbridge/formats/dwarf", "DwarfTutorialTest");
  }
}
