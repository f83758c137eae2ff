package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.pages.Transcript.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that the documentation shows and compares what it prints. After a change that
 * is meant, {@code mvn verify -Dgolden.update=true} writes the new output into the pages.
 */
class DocsTest {
  @TempDir private static Path models;

  @TestFactory
  List<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : Pages.all()) {
      List<Part> parts = Transcript.parts(Files.readString(page));
      if (Pages.IS_UPDATE) {
        List<Part> fresh = new ArrayList<>();
        for (Part part : parts) {
          fresh.add(part.isCommand() ? new Part(part.command(), output(part)) : part);
        }
        Files.writeString(page, Transcript.page(fresh));
      }
      for (Part part : parts) {
        if (part.isCommand()) {
          String name = page.getFileName() + ": " + part.command();
          tests.add(DynamicTest.dynamicTest(name, () -> prints(part)));
        }
      }
    }
    return tests;
  }

  private static void prints(Part part) throws IOException {
    if (!Pages.IS_UPDATE) {
      assertThat(output(part)).isEqualTo(part.text());
    }
  }

  private static String output(Part part) throws IOException {
    return new Pipeline(models).output(part.command());
  }

  @Test
  void theQuickStartIsCompiledAndPrintsWhatIsShown() throws IOException {
    Path source = Path.of("src/test/java/dev/weighbridge/cli/pages/QuickStart.java");
    String code = Files.readString(source);
    String begin = "    // README begins\n";
    String body =
        code.substring(code.indexOf(begin) + begin.length(), code.indexOf("    // README ends"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    QuickStart.show(Shell.SAMPLE, new PrintStream(printed, true, StandardCharsets.UTF_8));
    String shown =
        (body.stripTrailing().stripIndent() + "\n")
            .replace("BinaryModel.open(file)", "BinaryModel.open(Path.of(\"tally\"))")
            .replace("out.print", "System.out.print");
    Path readme = Pages.ROOT.resolve("README.md");
    String page = Files.readString(readme);
    int start = page.indexOf("```java\n");
    int end = page.indexOf("```\n", page.indexOf("```text\n", start) + 8) + 4;
    String expected =
        "```java\n"
            + shown
            + "```\n\nprints\n\n```text\n"
            + printed.toString(StandardCharsets.UTF_8)
            + "```\n";
    if (Pages.IS_UPDATE) {
      Files.writeString(readme, page.substring(0, start) + expected + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).isEqualTo(expected);
    }
  }
}
