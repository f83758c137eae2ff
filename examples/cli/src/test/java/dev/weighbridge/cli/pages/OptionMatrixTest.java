package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Commands;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.formats.testing.SourceJar;
import dev.weighbridge.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code docs/command-line.md} shows which command takes which of the shared options, as the parser
 * knows them, and which format, as each is really written. {@code -Dgolden.update=true} rewrites
 * the page.
 */
class OptionMatrixTest {
  private static final Path PAGE = Pages.ROOT.resolve("docs/command-line.md");
  private static final String HOUSE = "org.example.house.HousePlugin";

  private static final List<String> OPTIONS =
      List.of(
          "--by",
          "--rules",
          "--measure",
          "--only",
          "--pricing",
          "--crate-policy",
          "--std",
          "--debug-file",
          "--map",
          "--filter",
          "--exclude",
          "--min-size",
          "-n",
          "--sort",
          "-w",
          "--format",
          "-o");

  /** How a result in a format begins, where all of them begin alike. */
  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "json", "(?s)[{\\[].*",
          "csv", "(?s)[A-Za-z]+(,[A-Za-z]+)*\\R.*",
          "html", "(?si)<!doctype html>.*",
          "svg", "(?s)<svg .*",
          "sarif", "(?s)\\{.*\"2\\.1\\.0\".*",
          "junit", "(?s)<\\?xml .*");

  @TempDir private static Path folder;

  /** Each command on a small file, and the actions of one that has several. */
  private static final Map<String, List<String>> RUNS = new LinkedHashMap<>();

  @BeforeAll
  static void chooseRuns() throws IOException {
    for (List<String> words : JsonOutputs.commands(folder).values()) {
      String name = words.get(0);
      RUNS.putIfAbsent(name.equals("history") ? name + " " + words.get(1) : name, words);
    }
    String source = Files.readString(Path.of("src/plugin/java/org/example/house/HousePlugin.java"));
    Path jar = SourceJar.write(folder.resolve("house.jar"), Plugin.class.getName(), HOUSE, source);
    RUNS.put(
        "answer",
        List.of("answer", "by-load", Shell.SAMPLE.toString(), "--plugin", jar.toString()));
  }

  @Test
  void thePageShowsWhichCommandTakesWhichOption() throws IOException {
    StringBuilder table = new StringBuilder(head("command", OPTIONS));
    for (String name : Commands.names()) {
      CommandSpec spec = spec(name);
      table.append(line(name, OPTIONS, option -> spec.findOption(option) != null));
    }
    assertThatPageHas("options", table.toString());
  }

  @Test
  void thePageShowsWhichCommandWritesWhichFormat() throws IOException {
    Set<String> formats = new LinkedHashSet<>();
    Commands.names().forEach(name -> formats.addAll(declared(name)));
    StringBuilder table = new StringBuilder(head("command", formats));
    for (String name : Commands.names()) {
      Set<String> declared = declared(name);
      Set<String> written = new LinkedHashSet<>();
      for (Map.Entry<String, List<String>> run : RUNS.entrySet()) {
        if (run.getValue().get(0).equals(name)) {
          Set<String> of = new LinkedHashSet<>();
          formats.stream().filter(format -> isWritten(run.getValue(), format)).forEach(of::add);
          table.append(line(run.getKey(), formats, of::contains));
          written.addAll(of);
        }
      }
      assertThat(written).as(name).isEqualTo(declared);
    }
    assertThatPageHas("formats", table.toString());
  }

  /** Whether a command writes a format; if not, it says so in one line. */
  private static boolean isWritten(List<String> run, String format) {
    List<String> words = new ArrayList<>(run);
    words.addAll(List.of("--format", format));
    Shell.Outcome outcome = Shell.run(words.toArray(String[]::new));
    if (outcome.status() == 2) {
      assertThat(outcome.err()).as("%s", words).startsWith("weighbridge: --format: expected ");
      assertThat(outcome.out()).as("%s", words).isEmpty();
      return false;
    }
    assertThat(outcome.out())
        .as("%s", words)
        .isNotBlank()
        .matches(BEGINNINGS.getOrDefault(format, "(?s).*"));
    return true;
  }

  private static CommandSpec spec(String name) {
    return Objects.requireNonNull(Commands.named(name), name).spec();
  }

  private static Set<String> declared(String name) {
    Set<String> formats = new LinkedHashSet<>();
    OptionSpec option = spec(name).findOption("--format");
    if (option != null) {
      option.completionCandidates().forEach(formats::add);
    }
    return formats;
  }

  /** Which columns a line has a mark in. */
  private interface Marks {
    boolean has(String column);
  }

  private static String head(String first, Iterable<String> columns) {
    StringBuilder names = new StringBuilder("| ").append(first).append(" |");
    StringBuilder rule = new StringBuilder("| --- |");
    for (String column : columns) {
      names.append(" `").append(column).append("` |");
      rule.append(" :-: |");
    }
    return names.append('\n').append(rule).append('\n').toString();
  }

  private static String line(String name, Iterable<String> columns, Marks marks) {
    StringBuilder line = new StringBuilder("| `").append(name).append("` |");
    for (String column : columns) {
      line.append(marks.has(column) ? " x |" : " |");
    }
    return line.append('\n').toString();
  }

  private static void assertThatPageHas(String name, String expected) throws IOException {
    String page = Files.readString(PAGE);
    String mark = "<!-- " + name + " -->\n";
    int begin = page.indexOf(mark) + mark.length();
    int end = page.indexOf("<!-- end of " + name + " -->\n");
    if (Pages.IS_UPDATE) {
      Files.writeString(PAGE, page.substring(0, begin) + expected + page.substring(end));
    } else {
      assertThat(page.substring(begin, end)).isEqualTo(expected);
    }
  }
}
