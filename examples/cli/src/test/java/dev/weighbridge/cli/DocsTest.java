package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Transcript.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that the documentation shows and compares what it prints. After a change that
 * is meant, {@code mvn verify -Dgolden.update=true} writes the new output into the pages.
 */
class DocsTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path BUILDS = ROOT.resolve("core/src/test/resources/diff");
  private static final boolean IS_UPDATE = Boolean.getBoolean("golden.update");
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:weighbridge|java -jar examples/cli/target/weighbridge\\.jar) ([^|]*?)"
              + "(?: *\\| head -(?:n )?(\\d+))?");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private static Path models;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      Stream<Path> pages = docs.filter(page -> page.toString().endsWith(".md")).sorted();
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages).toList();
    }
  }

  @TestFactory
  List<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      List<Part> parts = Transcript.parts(Files.readString(page));
      if (IS_UPDATE) {
        Files.writeString(page, Transcript.page(parts.stream().map(DocsTest::rerun).toList()));
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

  private static void prints(Part part) {
    if (!IS_UPDATE) {
      assertThat(output(part.command())).isEqualTo(part.text());
    }
  }

  private static Part rerun(Part part) {
    return part.isCommand() ? new Part(part.command(), output(part.command())) : part;
  }

  /** What a command prints; the name of the sample or of a file of rules stands for its path. */
  private static String output(String command) {
    Matcher matcher = COMMAND.matcher(command);
    assertThat(matcher.matches()).as("a command this test can run: " + command).isTrue();
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(matcher.group(1));
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(place(text));
    }
    String printed = Shell.terminal(words.toArray(new String[0]));
    if (matcher.group(2) == null) {
      return printed;
    }
    return printed
        .lines()
        .limit(Long.parseLong(matcher.group(2)))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Where the files lie that the pages name. */
  private static String place(String word) {
    if (word.equals("tally")) {
      return Shell.SAMPLE.toString();
    }
    if (word.endsWith(".wbmodel")) {
      return models.resolve(word).toString();
    }
    if (word.endsWith(".toml")) {
      return ROOT.resolve("docs").resolve(word).toString();
    }
    return word.startsWith("shapes-") ? BUILDS.resolve(word).toString() : word;
  }

  @Test
  void theQuickStartIsCompiledAndPrintsWhatIsShown() throws IOException {
    Path source = Path.of("src/test/java/dev/weighbridge/cli/QuickStart.java");
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
    Path readme = ROOT.resolve("README.md");
    String page = Files.readString(readme);
    int start = page.indexOf("```java\n");
    int end = page.indexOf("```\n", page.indexOf("```text\n", start) + 8) + 4;
    String expected =
        "```java\n"
            + shown
            + "```\n\nprints\n\n```text\n"
            + printed.toString(StandardCharsets.UTF_8)
            + "```\n";
    if (IS_UPDATE) {
      Files.writeString(readme, page.substring(0, start) + expected + page.substring(end));
    } else {
      assertThat(page.substring(start, end)).isEqualTo(expected);
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Pattern link = Pattern.compile("]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    for (Path page : pages()) {
      Matcher matcher = link.matcher(Files.readString(page));
      while (matcher.find()) {
        assertThat(page.resolveSibling(matcher.group(1))).as(page + " links").exists();
      }
    }
  }
}
