package dev.weighbridge.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.cli.Launcher;
import dev.weighbridge.cli.Shell;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Histories that git keeps, as {@code docs/history.md} says. */
@DisabledOnOs(OS.WINDOWS)
class HistoryInGitTest {
  private static final Path BUILD =
      Path.of("..", "..", "core", "src", "test", "resources", "diff", "shapes-v0-a");
  private static final Path PAGE = Path.of("..", "..", "docs", "history.md");

  @TempDir Path folder;

  @BeforeEach
  void makeRemote() throws Exception {
    for (String tool : List.of("bash", "git")) {
      assumeTrue(bash(folder, "command -v " + tool).status() == 0, tool + " is there");
    }
    Path first = Files.createDirectory(folder.resolve("first"));
    Files.copy(BUILD, first.resolve("app"));
    works(
        first,
        """
        git init -q --bare -b main ../origin.git
        git init -q -b main .
        git remote add origin ../origin.git
        git add app
        git commit -q -m 'the program'
        git push -q origin main
        """);
  }

  /** What a script said, and its exit status. */
  private record Said(int status, String text) {}

  private Said bash(Path where, String script) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(where.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + who + "_NAME", "someone");
      builder.environment().put("GIT_" + who + "_EMAIL", "someone@localhost");
    }
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder
        .environment()
        .merge("PATH", folder.toString(), (old, own) -> own + File.pathSeparator + old);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private void works(Path where, String script) throws Exception {
    Said said = bash(where, "set -e\n" + script);
    assertThat(said.status()).as(said.text()).isZero();
  }

  private static void add(Path clone, String commit, int day) {
    String history = clone.resolve("history.jsonl").toString();
    String time = "2026-01-0" + day + "T00:00:00Z";
    assertThat(
            Shell.run(
                    "history", "add", history, BUILD.toString(), "--commit", commit, "--time", time)
                .status())
        .isZero();
  }

  @Test
  void aMergeOfTwoBranchesLosesNoLine() throws Exception {
    String attributes = "history.jsonl merge=union";
    assertThat(Files.readString(PAGE)).contains("\n`" + attributes + "` in `.gitattributes`");
    Path clone = folder.resolve("first");
    Files.writeString(clone.resolve(".gitattributes"), attributes + "\n");
    add(clone, "c1", 1);
    works(clone, "git add .\ngit commit -q -m 'one build'\ngit checkout -q -b other");
    add(clone, "c2", 2);
    works(clone, "git commit -q -a -m two\ngit checkout -q main");
    add(clone, "c3", 3);
    add(clone, "c4", 4);
    works(clone, "git commit -q -a -m three\ngit merge -q -m both other");
    assertThat(Files.readAllLines(clone.resolve("history.jsonl"))).hasSize(4);
    assertThat(Shell.run("history", "show", clone.resolve("history.jsonl").toString()).out())
        .contains("history.jsonl: 4 builds")
        .containsSubsequence("c1 ", "c2 ", "c3 ", "c4 ");
  }

  /** The script of the page in two clones, the second of which does not know of the first. */
  @Test
  void notesKeepTheBuildsOfTwoJobsAtATime() throws Exception {
    Launcher.in(folder);
    String page = Files.readString(PAGE);
    int begin = page.indexOf("```bash\n") + "```bash\n".length();
    String recipe = page.substring(begin, page.indexOf("```", begin));
    String fetch = recipe.substring(0, recipe.indexOf('\n') + 1);
    assertThat(fetch).startsWith("git fetch origin 'refs/notes/");
    Path first = folder.resolve("first");
    works(folder, "git clone -q origin.git second");
    Path second = folder.resolve("second");
    works(second, "git commit -q --allow-empty -m another\ngit push -q origin main");

    works(first, recipe);
    works(second, recipe.substring(fetch.length()));

    works(folder, "git clone -q origin.git third");
    works(folder.resolve("third"), recipe.substring(0, recipe.indexOf("weighbridge history add")));
    assertThat(Files.readAllLines(folder.resolve("third").resolve("history.jsonl")))
        .hasSize(2)
        .allMatch(line -> line.contains("\"fileSize\":32168,"))
        .doesNotHaveDuplicates();
  }
}
