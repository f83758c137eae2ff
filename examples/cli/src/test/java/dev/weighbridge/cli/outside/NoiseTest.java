package dev.weighbridge.cli.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a comment on a pull request says of two builds by a real compiler, where one is installed.
 */
@Tag("native")
@EnabledOnOs(OS.LINUX)
class NoiseTest {
  private static final String LIBRARY =
      """
      use std::collections::BTreeMap;
      pub fn count(text: &str) -> BTreeMap<String, usize> {
          let mut words = BTreeMap::new();
          for word in text.split_whitespace() {
              *words.entry(word.to_lowercase()).or_insert(0) += 1;
          }
          words
      }
      """;
  private static final String PROGRAM =
      """
      fn main() {
          let text: Vec<String> = std::env::args().collect();
          println!("{:?} {}", words::count(&text.join(" ")), env!("BUILT"));
      }
      """;

  private static final String PARSING =
      """
      fn main() {
          let sum: f64 = std::env::args().filter_map(|word| word.parse::<f64>().ok()).sum();
          println!("{sum}");
      """;

  /** Hands objects and libraries to the real linker the other way round. */
  private static final String REVERSED =
      """
      #!/bin/bash
      inputs=()
      for word in "$@"; do
        case $word in *.o|*.rlib) inputs=("$word" "${inputs[@]}") ;; esac
      done
      words=()
      next=0
      for word in "$@"; do
        case $word in
          *.o|*.rlib) words+=("${inputs[next]}"); next=$((next + 1)) ;;
          *) words+=("$word") ;;
        esac
      done
      exec cc "${words[@]}"
      """;

  @TempDir Path folder;

  @BeforeEach
  void lookForACompiler() throws Exception {
    for (String tool : List.of("rustc", "cc", "bash")) {
      List<String> words = List.of("sh", "-c", "command -v " + tool);
      assumeTrue(run(folder, words).isEmpty(), tool + " is installed");
    }
  }

  /** What a program says that fails; nothing if it does not. */
  private static String run(Path where, List<String> words) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(words).directory(where.toFile());
    builder.environment().put("BUILT", where.getFileName().toString().substring(0, 5));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : said + "failed";
  }

  private String build(String name, String program, String... more) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("words.rs"), LIBRARY);
    Files.writeString(home.resolve("app.rs"), program);
    for (String crate : List.of("words", "app")) {
      List<String> words = new ArrayList<>(List.of("rustc", "-O", "--edition", "2021", "-L", "."));
      words.addAll(List.of("--crate-type", crate.equals("app") ? "bin" : "rlib", crate + ".rs"));
      if (crate.equals("app")) {
        words.addAll(List.of("--extern", "words"));
      }
      words.addAll(List.of(more));
      assertThat(run(home, words)).isEmpty();
    }
    return home.resolve("app").toString();
  }

  private Path linker() throws IOException {
    Path linker = Files.writeString(folder.resolve("linker"), REVERSED);
    assertThat(linker.toFile().setExecutable(true)).isTrue();
    return linker;
  }

  private static Outcome comment(String before, String after) {
    return Shell.run("diff", before, after, "--comment", "app", "--threshold", "512,0.1%");
  }

  @Test
  void aBuildElsewhereInAnotherOrderIsNotWorthAWord() throws Exception {
    String here = build("2026-a", PROGRAM);
    String there =
        build(
            "2027-a folder with a longer name",
            PROGRAM,
            "-Cmetadata=other",
            "-Clinker=" + linker());
    assertThat(Files.mismatch(Path.of(here), Path.of(there)))
        .as("the first other byte")
        .isPositive();
    Outcome same = comment(here, there);
    assertThat(same.out()).isEmpty();
    assertThat(same.err()).contains("no change of 512,0.10% or more");

    String more = build("2027-b", PROGRAM.replace("fn main() {", PARSING));
    assertThat(comment(here, more).out()).startsWith("<!-- weighbridge:app -->\n");
  }
}
