package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Source lines of {@code explain}; the line is what {@code llvm-symbolizer} prints. */
class SourceOptionsTest {
  private static final String RUST = "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860";

  @TempDir Path folder;

  private String program = "";

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("app");
    Files.write(file, Fixtures.array("dwarf/app-full-v5-v0-zlib"));
    program = file.toString();
    Path sources = Files.createDirectories(folder.resolve("library/alloc/src"));
    Files.writeString(sources.resolve("alloc.rs"), "\n".repeat(92) + "  the line\n");
  }

  private Outcome explain(String... options) {
    String[] words = new String[options.length + 3];
    words[0] = "explain";
    words[1] = program;
    words[2] = "0x65b3";
    System.arraycopy(options, 0, words, 3, options.length);
    return Shell.run(words);
  }

  @Test
  void sourcesAreLookedForInFolders() {
    assertThat(explain("--source-dir", folder.toString()).out())
        .containsPattern("(?m)^source .* the line$");
    assertThat(explain("--remap", RUST + "/=" + folder).out())
        .containsPattern("(?m)^source .* the line$");
    assertThat(explain("--debug-info").out()).doesNotContain("the line");
  }

  @Test
  void sourcesThatAreNotThereAreTold() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Outcome outcome = explain("--source-dir", empty.toString());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err())
        .contains("library/alloc/src/alloc.rs:93:9: expected its file in a folder that is given");
  }

  @Test
  void whatIsNoFolderIsRefused() {
    assertThat(explain("--source-dir", program).err())
        .contains("--source-dir: expected a folder, found ");
    assertThat(explain("--remap", "a").err()).contains("--remap: expected FROM=TO, found 'a'");
    assertThat(explain("--remap", "=a").err()).contains("--remap: expected FROM=TO, found '=a'");
    assertThat(explain("--remap", "a=").err()).contains("--remap: expected FROM=TO, found 'a='");
    assertThat(explain("--remap", "a=" + program).err())
        .contains("--remap: expected a folder, found ");
  }
}
