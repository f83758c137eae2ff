package dev.weighbridge.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.cli.Commands;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.command.Command;
import dev.weighbridge.cli.pages.Pages.Block;
import dev.weighbridge.libraries.LibraryRules;
import dev.weighbridge.lint.LintConfig;
import dev.weighbridge.region.RegionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.PicocliException;

/**
 * What the documentation shows without its output: commands in scripts and in sentences, and
 * settings. Those with output are run by {@link DocsTest}.
 */
class ShownCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?:\\bweighbridge|-jar \\S*weighbridge\\.jar) ([a-z]+\\b[^#&|`\n]*)");
  private static final Pattern IN_SENTENCE = Pattern.compile("`weighbridge ([a-z]+ [^`]*)`");

  @TempDir private static Path folder;

  @TestFactory
  List<DynamicTest> commandsOfScriptsRun() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : Pages.all()) {
      for (Block block : Pages.blocks(page)) {
        boolean isScript = block.language().equals("sh") || block.language().equals("yaml");
        Matcher command = COMMAND.matcher(isScript ? block.text() : "");
        while (command.find()) {
          String words = command.group(1).strip();
          tests.add(DynamicTest.dynamicTest(block.where() + " " + words, () -> run(page, words)));
        }
      }
    }
    return tests;
  }

  /** Files that a command writes or reads lie in a folder of their own. */
  private static void run(Path page, String command) throws IOException {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" +", -1)) {
      Path file =
          word.matches("\\w+\\.(toml|json|sarif|md|html|svg|xml|wbmodel)")
              ? setting(page, word)
              : null;
      file = file == null ? SnippetWorld.known(word) : file;
      words.add(file == null ? word : file.toString());
    }
    Outcome outcome = Shell.run(words.toArray(new String[0]));
    assertThat(outcome.status()).as(outcome.err()).isNotEqualTo(Weighbridge.UNUSABLE);
  }

  /** The file of settings that the page shows, or one that a command writes. */
  private static Path setting(Path page, String name) throws IOException {
    Path file = folder.resolve(name);
    if (name.endsWith(".toml")) {
      for (Block block : Pages.blocks(page)) {
        if (block.language().equals("toml")) {
          Files.writeString(file, block.text());
        }
      }
    }
    return file;
  }

  /** Sentences name commands and options that exist. */
  @TestFactory
  List<DynamicTest> commandsOfSentencesExist() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : Pages.all()) {
      Matcher matcher = IN_SENTENCE.matcher(Pages.prose(page));
      while (matcher.find()) {
        String words = matcher.group(1).replace("\\|", "|").replace('\n', ' ');
        tests.add(DynamicTest.dynamicTest(page.getFileName() + ": " + words, () -> parse(words)));
      }
    }
    return tests;
  }

  private static void parse(String command) {
    String[] words = command.replaceAll("[\\[\\]]|\\.\\.\\.", "").split(" +", -1);
    if (words[0].equals("help")) {
      // The word for help on a command, not one itself.
      return;
    }
    Command named = Commands.named(words[0]);
    assertThat(named).as("a command " + words[0]).isNotNull();
    String[] rest = List.of(words).subList(1, words.length).toArray(new String[0]);
    try {
      Commands.line(named, named.spec()).parseArgs(rest);
    } catch (MissingParameterException e) {
      // A sentence need not say all that a command needs.
      assertThat(e.getMissing()).isNotEmpty();
    } catch (PicocliException e) {
      throw new AssertionError(command, e);
    }
  }

  @TestFactory
  List<DynamicTest> settingsAreRead() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Block block : Pages.blocks("toml")) {
      tests.add(DynamicTest.dynamicTest(block.where(), () -> read(block)));
    }
    return tests;
  }

  private static void read(Block block) {
    String text = block.text();
    if (text.contains("[[grouping]]")) {
      assertThat(RuleFile.parse(block.where(), text)).isNotEmpty();
    } else if (text.contains("[[library]]")) {
      assertThat(LibraryRules.parse(block.where(), text)).isNotSameAs(LibraryRules.builtIn());
    } else if (text.contains("[regions.")) {
      assertThat(RegionFile.parse(block.where(), text)).isNotEmpty();
    } else if (text.contains("[limits") || text.contains("[trend]")) {
      assertThat(SizeBudget.parse(block.where(), text).limits()).isNotEmpty();
    } else {
      assertThatCode(() -> LintConfig.parse(block.where(), text)).doesNotThrowAnyException();
    }
  }

  /** The dependency that README tells to add is this build. */
  @Test
  void theDependencyIsThatOfCore() throws IOException {
    String pom = Files.readString(Pages.ROOT.resolve("core/pom.xml"));
    List<Block> shown = Pages.blocks("xml");
    assertThat(shown).isNotEmpty();
    for (Block block : shown) {
      for (String element : List.of("groupId", "version")) {
        assertThat(element(block.text(), element)).isEqualTo(element(pom, element));
      }
      assertThat(pom.substring(pom.indexOf("</parent>")))
          .contains("<artifactId>" + element(block.text(), "artifactId") + "</artifactId>");
    }
  }

  private static String element(String text, String name) {
    int begin = text.indexOf("<" + name + ">") + name.length() + 2;
    return text.substring(begin, text.indexOf("</" + name + ">", begin));
  }
}
