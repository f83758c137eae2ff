package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  private static final Pattern FISH =
      Pattern.compile(
          "complete -c weighbridge -n '[^']+'(?: -f -a [a-z-]+|(?: -[sl] [A-Za-z-]+)+"
              + "(?: -r(?: -f -a '[^']+')?)?) -d '((?:[^'\\\\]|\\\\.)*)'");

  @TempDir Path folder;

  private static String script(String shell) {
    Outcome outcome = Shell.run("completion", shell);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  /** What bash offers for the last of the words. */
  private List<String> offered(String... words) throws IOException, InterruptedException {
    Path bash = Path.of("/bin/bash");
    assumeThat(bash).exists();
    String line = String.join(" ", words);
    Path file = folder.resolve("ask.sh");
    Files.writeString(
        file,
        script("bash")
            // Bash knows it only while somebody presses the key.
            + "\ncompopt() { :; }\nCOMP_WORDS=("
            + line
            + ")\n"
            + "COMP_CWORD="
            + (words.length - 1)
            + "\n"
            + "COMP_LINE=\""
            + line
            + "\"\n"
            + "_complete_weighbridge \"${COMP_WORDS[0]}\" \"${COMP_WORDS[COMP_CWORD]}\"\n"
            + "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    Process process =
        new ProcessBuilder(bash.toString(), "--noprofile", "--norc", file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return output.lines().map(String::strip).toList();
  }

  @Test
  void bashCompletesCommands() throws Exception {
    assertThat(offered("weighbridge", "gar")).containsExactly("garbage");
    assertThat(offered("weighbridge", "d"))
        .containsExactlyInAnyOrder("diff", "duplicates", "dependencies", "demangle");
  }

  @Test
  void bashCompletesOptionsAndWords() throws Exception {
    assertThat(offered("weighbridge", "size", "--min")).containsExactly("--min-size");
    assertThat(offered("weighbridge", "llvm-lines", "--si")).containsExactly("--since");
    assertThat(offered("weighbridge", "size", "--format", "m")).containsExactly("markdown");
  }

  @Test
  void zshTakesTheSameScript() {
    assertThat(script("zsh")).isEqualTo(script("bash")).contains("bashcompinit");
  }

  @Test
  void fishHasALineForEachCommandAndOption() {
    String script = script("fish");
    assertThat(script.lines()).allSatisfy(line -> assertThat(line).matches(FISH));
    for (String command : Commands.names()) {
      assertThat(script).contains("'__fish_use_subcommand' -f -a " + command + " -d ");
    }
    assertThat(script)
        .contains("-n '__fish_seen_subcommand_from size' -s n -l rows -r -d 'Show N rows")
        .contains(" -l format -r -f -a 'text json csv markdown html' -d ")
        .contains(" -s w -l wide -d 'Do not cut names.'");
    Matcher symbol = FISH.matcher(script);
    while (symbol.find()) {
      assertThat(symbol.group(1)).isNotBlank();
    }
  }

  @Test
  void otherShellsAreRefused() {
    assertThat(Shell.run("completion", "fisch").err())
        .isEqualTo(
            "weighbridge: SHELL: expected one of bash, zsh, fish, found 'fisch'; did you mean"
                + " fish?\n");
    assertThat(Shell.run("completion").err())
        .isEqualTo("weighbridge: SHELL: expected one of bash, zsh, fish, found none\n");
  }
}
