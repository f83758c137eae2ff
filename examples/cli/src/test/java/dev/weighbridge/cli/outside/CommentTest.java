package dev.weighbridge.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diff} writes for a pull request. */
class CommentTest {
  private static final Path BUILDS = Path.of("../../core/src/test/resources/diff");

  @TempDir Path folder;

  private static Outcome diff(String before, String after, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("diff");
    arguments.add(BUILDS.resolve("shapes-v0-" + before).toString());
    arguments.add(
        after.equals("tally")
            ? Shell.SAMPLE.toString()
            : BUILDS.resolve("shapes-v0-" + after).toString());
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void noiseIsSilent() {
    Outcome silent = diff("a", "b", "--comment", "app", "--threshold", "512,0.1%");
    assertThat(silent)
        .isEqualTo(new Outcome(0, "", "weighbridge: no change of 512,0.10% or more\n"));
    assertThat(diff("a", "more", "--threshold", "512,0.1%").out()).contains("+16.86");
  }

  @Test
  void aBrokenLimitIsToldWhateverTheThreshold() throws IOException {
    String budget = Files.writeString(folder.resolve("b.toml"), "[limits]\nfile = 1").toString();
    Outcome outcome =
        diff("a", "b", "--comment", "app", "--threshold", "512,1%", "--budget", budget);
    assertThat(outcome.out())
        .startsWith("<!-- weighbridge:app -->\n")
        .contains("1 of 1 limits broken");
  }

  /** A build of 30,000 bytes in the history: this change adds nothing, those before it did. */
  @Test
  void aBrokenTrendIsToldThoughThisChangeIsNoise() throws IOException {
    String budget =
        Files.writeString(folder.resolve("b.toml"), "[trend]\nbuilds = 20\nfile = '1 %'")
            .toString();
    Path history = folder.resolve("history.jsonl");
    Shell.run(
        "history",
        "add",
        history.toString(),
        BUILDS.resolve("shapes-v0-a").toString(),
        "--name",
        "app",
        "--commit",
        "c1");
    Files.writeString(
        history, Files.readString(history).replace("\"fileSize\":32168", "\"fileSize\":30000"));
    String[] comment = {"--comment", "app", "--threshold", "512,1%", "--budget", budget};
    assertThat(diff("a", "b", comment).out()).as("open without the history").isEmpty();
    String[] over = Arrays.copyOf(comment, comment.length + 4);
    System.arraycopy(
        new String[] {"--history", history.toString(), "--name", "app"},
        0,
        over,
        comment.length,
        4);
    assertThat(diff("a", "b", over).out())
        .startsWith("<!-- weighbridge:app -->\n")
        .contains("2,168 more than before, allowed 1.00 % more over 20 builds");
  }

  @Test
  void aCommentWithAllRowsIsNotTooLong() {
    Outcome outcome = diff("a", "tally", "--by", "symbol", "-n", "0", "--comment", "app");
    assertThat(outcome.out()).hasSizeLessThan(65_001).hasSizeGreaterThan(3_000).contains("others]");
  }

  @Test
  void whatDoesNotFitTogetherIsTold() {
    refuse(
        "--comment: expected letters, digits and . _ / - without two hyphens, found 'a b'",
        "--comment",
        "a b");
    refuse(
        "--format: expected markdown, as comments are, found json",
        "--comment",
        "a",
        "--format",
        "json");
    refuse(
        "--threshold: expected text or markdown to be silent in, found csv",
        "--threshold",
        "1,1%",
        "--format",
        "csv");
    refuse(
        "--history: expected none, as diff without --budget has no use for it, found one",
        "--comment",
        "a",
        "--history",
        "h");
    refuse(
        "--name: expected none, as diff without --history has no use for it, found one",
        "--name",
        "a");
    refuse(
        "--budget: expected none, as diff without --comment has no use for it, found one",
        "--budget",
        "b.toml");
    refuse(
        "--threshold: expected a size and a share such as 512,0.1%, found '5'", "--threshold", "5");
  }

  private static void refuse(String message, String... more) {
    Outcome outcome = diff("a", "b", more);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("weighbridge: " + message + "\n");
  }
}
