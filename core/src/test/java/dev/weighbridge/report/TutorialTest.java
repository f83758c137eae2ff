package dev.weighbridge.report;

import static dev.weighbridge.dimension.Dimensions.SECTION;
import static dev.weighbridge.dimension.Dimensions.SYMBOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.report.size.SizeReport;
import dev.weighbridge.tree.RowSelection;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial of the package, compiled and run. */
class TutorialTest {
  private static void tutorial(Path app, Path target, Appendable console) throws IOException {
    // Tutorial begins
    BinaryModel model = BinaryModel.open(app);
    SizeReport report =
        new SizeReport(model.file(), model.by(SECTION, SYMBOL), RowSelection.DEFAULT);
    report.write(OutputFormat.TEXT, console);
    try (Writer json = Files.newBufferedWriter(target)) {
      report.write(OutputFormat.JSON, json);
    }
    // Tutorial ends
  }

  @Test
  void itsSnippetRuns(@TempDir Path folder) throws IOException {
    Path app = Files.write(folder.resolve("app"), Fixtures.array("elf/c-x64"));
    StringBuilder console = new StringBuilder();
    tutorial(app, folder.resolve("app.json"), console);
    assertThat(console).startsWith("app: ELF x86_64");
    assertThat(JsonTree.of(Files.readString(folder.resolve("app.json"))).number("fileSize"))
        .isEqualTo(Files.size(app));
  }

  @Test
  void itsSnippetIsThisOne() throws IOException {
    String test =
        Files.readString(Path.of("src/test/java/dev/weighbridge/report/TutorialTest.java"));
    String body = test.split("// Tutorial (begins|ends)\n", 3)[1].stripTrailing().stripIndent();
    String page =
        Files.readString(Path.of("src/main/java/dev/weighbridge/report/package-info.java"));
    String snippet = page.substring(page.indexOf("@code\n") + 6, page.indexOf(" * }</pre>"));
    assertThat(snippet.replaceAll("(?m)^ \\* ?", "").strip()).isEqualTo(body.strip());
  }
}
