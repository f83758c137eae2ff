package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.STT_FUNC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.linking.ElfPltSlot;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet of the package's page compiles, runs and is the one on the page. */
class TutorialTest {
  private static void tutorial(Path app, PrintStream out) throws IOException {
    // Tutorial begins
    ElfFile elf = ElfFile.open(app);
    out.println(elf.header().machineName() + (elf.isPie() ? ", PIE" : ""));
    out.println("needs " + elf.dynamic().needed());
    for (ElfSection section : elf.sections()) {
      out.println(section.name() + " " + section.typeName() + " " + section.fileSize());
    }
    ElfSymbolTable symbols = elf.symbolTable();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.type(row) == STT_FUNC && symbols.memorySize(row) > 256) {
        out.println(symbols.name(row) + " at " + Long.toHexString(symbols.value(row)));
      }
    }
    for (ElfPltSlot slot : elf.pltSlots()) {
      out.println(slot.name() + " is called by bytes from " + slot.fileStart());
    }
    elf.diagnostics().forEach(defect -> out.println(defect.sentence()));
    // Tutorial ends
  }

  @Test
  void itsSnippetRuns(@TempDir Path folder) throws IOException {
    Path app = Files.write(folder.resolve("app"), Fixtures.array("elf/c-x64"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    tutorial(app, new PrintStream(text, true, StandardCharsets.UTF_8));
    assertThat(text.toString(StandardCharsets.UTF_8).lines())
        .startsWith("x86_64, PIE", "needs [libc.so.6]", " NULL 0", ".interp PROGBITS 28")
        .contains("main at 1080", "qsort is called by bytes from 4144");
  }

  @Test
  void itsSnippetIsThisOne() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/dev/weighbridge/formats/elf/TutorialTest.java"));
    String body = test.split("// Tutorial (begins|ends)\n", 3)[1].stripTrailing().stripIndent();
    String page =
        Files.readString(Path.of("src/main/java/dev/weighbridge/formats/elf/package-info.java"));
    String snippet = page.substring(page.indexOf("@code\n") + 6, page.indexOf(" * }</pre>"));
    assertThat(snippet.replaceAll("(?m)^ \\* ?", "").strip()).isEqualTo(body.strip());
  }
}
