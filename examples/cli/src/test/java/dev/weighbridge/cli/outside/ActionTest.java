package dev.weighbridge.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.cli.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the runners of GitHub Actions and of GitLab for {@code examples/action}: a repository whose
 * program is committed, a remote beside it, and a forge on the loopback.
 */
@DisabledOnOs(OS.WINDOWS)
class ActionTest {
  private static final Path ACTION = Path.of("..", "action").toAbsolutePath().normalize();
  private static final Path BUILDS =
      Path.of("..", "..", "core", "src", "test", "resources", "diff").toAbsolutePath().normalize();
  private static final String TOKEN = "s3cr3t-of-the-test";
  private static final Pattern INPUT =
      Pattern.compile("(?m)^        (WB_[A-Z]+): \\$\\{\\{ inputs\\.([a-z]+) }}$");

  @TempDir Path folder;
  private Path work;
  private final StringBuilder said = new StringBuilder();
  private int status;

  @BeforeEach
  void makeRepository() throws Exception {
    for (String tool : List.of("bash", "git", "curl", "jq")) {
      assumeTrue(run(folder, Map.of(), "sh", "-c", "command -v " + tool) == 0, tool + " is there");
    }
    work = Files.createDirectory(folder.resolve("work"));
    git("init", "-q", "--bare", "-b", "main", folder.resolve("origin.git").toString());
    git("init", "-q", "-b", "main", ".");
    git("config", "user.name", "someone");
    git("config", "user.email", "someone@localhost");
    git("remote", "add", "origin", folder.resolve("origin.git").toString());
    Launcher.in(folder);
    // Settings of whoever runs the job that would show the token.
    Files.writeString(folder.resolve(".curlrc"), "verbose\ntrace-ascii = " + folder + "/trace\n");
  }

  private int run(Path where, Map<String, String> environment, String... words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).directory(where.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(GITHUB|CI|WB|GIT)(_.*)?"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    said.setLength(0);
    said.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    return process.waitFor();
  }

  private void git(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of("git"));
    all.addAll(List.of(words));
    assertThat(run(work, Map.of(), all.toArray(String[]::new))).as(said.toString()).isZero();
  }

  /** Commits a build as the program. */
  private void commit(String build) throws Exception {
    Files.copy(
        BUILDS.resolve("shapes-v0-" + build),
        work.resolve("app"),
        StandardCopyOption.REPLACE_EXISTING);
    git("add", ".");
    git("commit", "-q", "--allow-empty", "-m", "build " + build);
  }

  /** What the runner of GitHub does: inputs become variables, as action.yml has it. */
  private void act(FakeForge forge, int pull, Map<String, String> inputs) throws Exception {
    String action = Files.readString(ACTION.resolve("action.yml"));
    Map<String, String> environment = new HashMap<>();
    Matcher input = INPUT.matcher(action);
    while (input.find()) {
      Matcher otherwise =
          Pattern.compile("\\n  " + input.group(2) + ":\\n.*\\n    default: '([^']*)'\\n")
              .matcher(action);
      String usual = otherwise.find() ? otherwise.group(1) : "";
      environment.put(input.group(1), inputs.getOrDefault(input.group(2), usual));
    }
    assertThat(environment).hasSize(9).containsEntry("WB_THRESHOLD", "512,0.1%");
    assertThat(action).endsWith("      run: bash \"$GITHUB_ACTION_PATH/weigh.sh\"\n");
    environment.put("GITHUB_ACTIONS", "true");
    environment.put("GITHUB_API_URL", forge.address());
    environment.put("GITHUB_REPOSITORY", "some/one");
    environment.put("RUNNER_TEMP", folder.toString());
    environment.put("HOME", folder.toString());
    for (String file : List.of("OUTPUT", "STEP_SUMMARY", "EVENT_PATH")) {
      environment.put("GITHUB_" + file, Files.writeString(folder.resolve(file), "").toString());
    }
    git("rev-parse", "main");
    String base = said.toString().strip();
    String event =
        "{\"pull_request\":{\"number\":" + pull + ",\"base\":{\"sha\":\"" + base + "\"}}}";
    Files.writeString(folder.resolve("EVENT_PATH"), pull == 0 ? "{}" : event);
    status = run(work, environment, "bash", ACTION.resolve("weigh.sh").toString());
    assertNoToken();
  }

  private Map<String, String> inputs() {
    return Map.of(
        "file", "app", "command", folder.resolve("weighbridge").toString(), "token", TOKEN);
  }

  private void assertNoToken() throws IOException {
    assertThat(said).doesNotContain(TOKEN);
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text.contains(TOKEN)).as(file.toString()).isFalse();
      }
    }
  }

  private static String only(FakeForge forge) {
    assertThat(forge.comments()).hasSize(1);
    return forge.comments().values().iterator().next().body();
  }

  @Test
  void aPullRequestHasOneComment() throws Exception {
    try (FakeForge forge =
        new FakeForge("Authorization", "Bearer " + TOKEN, "github-actions[bot]")) {
      commit("a");
      act(forge, 0, inputs());
      assertThat(status).as(said.toString()).isZero();
      assertThat(forge.requests()).as("of a branch").isEmpty();
      git("fetch", "-q", "origin", "weighbridge");
      git("show", "FETCH_HEAD:history.jsonl");
      assertThat(said.toString().lines())
          .hasSize(1)
          .allMatch(line -> line.contains("\"file\":\"app\""));

      git("checkout", "-q", "-b", "same");
      commit("b");
      act(forge, 8, inputs());
      assertThat(forge.comments()).as("no change, no comment: " + said).isEmpty();
      assertThat(folder.resolve("OUTPUT")).content().contains("size=32168\n", "changed=false\n");
      assertThat(folder.resolve("STEP_SUMMARY"))
          .hasContent("`app`: no change of 512,0.1% or more against the merge base.\n");

      git("checkout", "-q", "-b", "more", "main");
      commit("more");
      act(forge, 7, inputs());
      assertThat(only(forge))
          .startsWith("\"<!-- weighbridge:app -->\\n")
          .contains("+5,424, +16.86 %");
      assertThat(folder.resolve("STEP_SUMMARY")).content().contains("alloc +3,774");
      assertThat(folder.resolve("OUTPUT")).content().contains("changed=true\n");

      commit("b");
      act(forge, 7, inputs());
      assertThat(only(forge)).as("edited").contains("`app`: no change of 512,0.1% or more");
      assertThat(forge.requests()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
      assertThat(forge.requests()).contains("PATCH /repos/some/one/issues/comments/101");
    }
  }

  @Test
  void aBrokenBudgetFailsAndAShrunkBuildIsTold() throws Exception {
    try (FakeForge forge =
        new FakeForge("Authorization", "Bearer " + TOKEN, "github-actions[bot]")) {
      forge
          .comments()
          .put(5, new FakeForge.Comment("someone", "\"<!-- weighbridge:app --> mine\""));
      Files.writeString(work.resolve("budget.toml"), "[limits]\nfile = \"32 KiB\"\n");
      commit("more");
      Map<String, String> inputs = new HashMap<>(inputs());
      inputs.put("budget", "budget.toml");
      act(forge, 0, inputs);
      assertThat(status).isEqualTo(1);
      assertThat(said)
          .contains("::error file=budget.toml,line=2,title=file%3A at most 32%2C768 bytes::");
      git("checkout", "-q", "-b", "less");
      commit("a");
      act(forge, 9, inputs);
      assertThat(status).as(said.toString()).isZero();
      assertThat(forge.comments()).hasSize(2).containsKey(101);
      assertThat(forge.comments().get(5).body()).as("not ours").contains("mine");
      assertThat(forge.comments().get(101).body()).contains("-5,424", "within its budget");
    }
  }

  /** The lines of a list of the template, which the runner gives to one shell. */
  private static String script(String template, String key) {
    Matcher list = Pattern.compile("(?m)^  " + key + ":\\n((?:    - .*\\n)+)").matcher(template);
    assertThat(list.find()).as(key).isTrue();
    return list.group(1).replaceAll("(?m)^    - ", "");
  }

  /** What GitLab's runner has: variables of the template, the job and the pipeline. */
  @Test
  void aMergeRequestHasOneNote() throws Exception {
    String template = Files.readString(ACTION.resolve("gitlab.yml"));
    Map<String, String> environment = new HashMap<>();
    Matcher variable = Pattern.compile("(?m)^    (WB_[A-Z]+): (.+)$").matcher(template);
    while (variable.find()) {
      environment.put(variable.group(1), variable.group(2));
    }
    assertThat(environment).containsOnlyKeys("WB_COMMAND", "WB_REPORTS", "WB_OUT");
    String script = script(template, "before_script") + script(template, "script");
    try (FakeForge forge = new FakeForge("PRIVATE-TOKEN", TOKEN, "size-bot")) {
      Files.copy(ACTION.resolve("weigh.sh"), work.resolve("weigh.sh"));
      Files.writeString(work.resolve(".gitignore"), "weighbridge-reports\n");
      commit("a");
      environment.putAll(Map.of("CI_API_V4_URL", forge.address(), "CI_PROJECT_ID", "3"));
      environment.put("WB_FILE", "app");
      environment.put("WB_COMMAND", folder.resolve("weighbridge").toString());
      environment.put("WB_TOKEN", TOKEN);
      environment.put("HOME", folder.toString());
      assertThat(run(work, environment, "bash", "-eo", "pipefail", "-c", script))
          .as(said.toString())
          .isZero();
      git("checkout", "-q", "-b", "more");
      Files.writeString(work.resolve("budget.toml"), "[limits]\nfile = \"32 KiB\"\n");
      commit("more");
      git("rev-parse", "main");
      environment.put("CI_MERGE_REQUEST_DIFF_BASE_SHA", said.toString().strip());
      environment.put("CI_MERGE_REQUEST_IID", "4");
      environment.put("WB_BUDGET", "budget.toml");
      assertThat(run(work, environment, "bash", "-eo", "pipefail", "-c", script))
          .as(said.toString())
          .isEqualTo(1);
      assertThat(only(forge)).contains("+5,424", "1 of 1 limits broken");
      assertThat(forge.requests()).contains("POST /projects/3/merge_requests/4/notes");
      for (String report : List.of("junit", "codequality")) {
        Matcher path = Pattern.compile("(?m)^      " + report + ": (.+)$").matcher(template);
        assertThat(path.find()).isTrue();
        assertThat(work.resolve(path.group(1))).content().contains("budget");
      }
      assertThat(work.resolve("weighbridge-reports/check.gitlab"))
          .content()
          .contains("\"path\":\"budget.toml\"");
      assertNoToken();
    }
  }

  /** Another job pushes between the fetch and the push of this one. */
  @Test
  void twoJobsAtATimeLoseNoBuild() throws Exception {
    String script = ACTION.resolve("weigh.sh").toString();
    String stub =
        """
        #!/bin/sh
        case $1 in
        history) echo "build $8" >> "$3" ;;
        save)
          echo model > "$4"
          if [ -e race ]; then
            rm race
            cd ../other && env -u GIT_INDEX_FILE WB_OUT="$PWD/../out2" bash "$WEIGH"
          fi ;;
        esac
        """;
    Path command = Files.writeString(folder.resolve("stub"), stub);
    assertThat(command.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>(Map.of("WB_FILE", "app", "WEIGH", script));
    environment.put("WB_COMMAND", command.toString());
    environment.put("WB_OUT", folder.resolve("out").toString());
    commit("a");
    git("push", "-q", "origin", "main");
    git("clone", "-q", folder.resolve("origin.git").toString(), folder.resolve("other").toString());
    commit("b");
    Files.writeString(work.resolve("race"), "");
    assertThat(run(work, environment, "bash", script)).as(said.toString()).isZero();
    assertThat(work.resolve("race")).doesNotExist();
    git("fetch", "-q", "origin", "weighbridge");
    git("show", "FETCH_HEAD:history.jsonl");
    assertThat(said.toString().lines()).hasSize(2).doesNotHaveDuplicates();
    git("ls-tree", "-r", "--name-only", "FETCH_HEAD", "models/app");
    assertThat(said.toString().lines()).hasSize(2);
  }

  @Test
  void whatIsMissingIsTold() throws Exception {
    commit("a");
    String script = ACTION.resolve("weigh.sh").toString();
    assertThat(run(work, Map.of("WB_COMMAND", "true", "WB_FILE", "gone"), "bash", script))
        .isEqualTo(2);
    assertThat(said)
        .contains("weigh.sh: WB_FILE: expected a readable file, found nothing at 'gone'");
    Map<String, String> odd = Map.of("WB_COMMAND", "true", "WB_FILE", "app", "WB_KEY", "a b");
    assertThat(run(work, odd, "bash", script)).isEqualTo(2);
    assertThat(said).contains("WB_KEY: expected letters, digits and . _ -, found 'a b'");
    // The base of a pull request may be in what a clone left out.
    git("commit", "-q", "--allow-empty", "-m", "another");
    git("push", "-q", "origin", "main");
    String remote = folder.resolve("origin.git").toUri().toString();
    git("clone", "-q", "--depth", "1", remote, folder.resolve("shallow").toString());
    Map<String, String> merge =
        Map.of("WB_COMMAND", "true", "WB_FILE", "app", "CI_MERGE_REQUEST_IID", "4");
    assertThat(run(work, merge, "bash", script)).as(said.toString()).isZero();
    assertThat(run(folder.resolve("shallow"), merge, "bash", script)).isEqualTo(2);
    assertThat(said).contains("expected all commits (fetch-depth: 0, GIT_DEPTH: 0)");
    // What earlier builds weighed is not taken for nothing because it cannot be had.
    git("remote", "set-url", "origin", folder.resolve("gone.git").toString());
    Map<String, String> unreachable = Map.of("WB_COMMAND", "true", "WB_FILE", "app");
    assertThat(run(work, unreachable, "bash", script)).isEqualTo(2);
    assertThat(said).contains("weigh.sh: origin: expected a remote that can be read, see above");
  }
}
